b = b"Hello World"
print(b.title(), b.swapcase(), b.istitle(), b.capitalize(), b.center(15, b"*"), b.ljust(13, b"."), b.rjust(13), b.zfill(13), b.find(b"o"), b.rfind(b"o"), b.count(b"l"), b.replace(b"o", b"0", 1), b.split(), b.rsplit(b" ", 1), b.partition(b" "), b.startswith((b"X", b"H")), b.endswith(b"d"), b.isalpha(), b"12".isdigit(), b"a1".isalnum(), b" ".isspace(), b.lower().islower(), b.translate(bytes.maketrans(b"lo", b"01")), b.translate(None, b"l"), b.expandtabs(), b.strip(b"Hd"), b.removeprefix(b"He"), b.removesuffix(b"ld"), b"a\nb\r\nc".splitlines(), b"-".join([b"a", b"b"]), b.hex("-"), b.hex(":", 2), b"%s-%d" % (b"x", 5), b * 2, b[::-1], b[-1], b.index(b"W"))
ba = bytearray(b"abc")
ba.append(100); ba.extend(b"ef"); ba.insert(0, 65); ba += b"!"; ba[1:2] = b"ZZ"; del ba[0]; print(ba, ba.pop(), ba.pop(0), ba.count(b"e"), ba.index(b"c")); ba.remove(99); ba.reverse(); print(ba, bytes(ba), ba.copy() is ba, ba.decode(), len(ba)); ba.clear(); print(ba, bool(ba), bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(b"x") == b"x", b"x" in bytearray(b"xyz"), 120 in b"xyz")
for f in (lambda: bytes([256]), lambda: b"a"[5], lambda: b"a" + "b", lambda: bytes("a"), lambda: bytearray().pop(), lambda: bytes(-1), lambda: bytes.fromhex("zz"), lambda: b"".join(["a"]), lambda: ba.append(300), lambda: ba.remove(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(bytes(range(5)), bytes((1, 2)), list(bytearray(b"hi")), b"\x00\x7f\x80\n\t\\'\"", b'it\'s "q"', int.from_bytes(b"\x01\x00", "big"), (258).to_bytes(2, "little"), (-1).to_bytes(2, "big", signed=True), int.from_bytes(b"\xff\xff", "big", signed=True), sorted(b"cab"), max(b"az"), b"a" < b"b", hash(b"a") == hash(b"a"), {b"k": 1}[b"k"], b"abc".decode("ascii").upper())
