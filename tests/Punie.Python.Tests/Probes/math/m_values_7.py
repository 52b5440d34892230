import math
print((255).bit_length(), (5).bit_count(), (1024).to_bytes(2, "big"), int.from_bytes(b"\x04\x00", "big"), (-1).to_bytes(2, "little", signed=True), int.from_bytes(b"\xff\xff", "big", signed=True))
print((0.5).as_integer_ratio(), (3).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer(), (1.5).hex(), float.fromhex("0x1.8p+0"), (0.1).hex())
print((3).numerator, (3).denominator, (3).real, (3).imag, (1.5).real, (1.5).imag, (3).conjugate())
print(True + True, True * 3, True == 1, True is 1 == True, ~5, -True, not 0, 5 & 3, 5 | 3, 5 ^ 3, 1 << 10, 1024 >> 3, -1 >> 1)
print(bin(10), oct(8), hex(255), bin(-5), hex(-255), oct(0))
print(chr(65), ord("a"), chr(8364), ord("€"))
print(hash(1), hash(1.0), hash(True), hash(2**61), hash(-1), hash(0.5), hash(None) == hash(None), hash(10**20), hash(1.5))
