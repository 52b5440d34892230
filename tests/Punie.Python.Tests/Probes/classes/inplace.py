class V:
    def __init__(s, v): s.v = v
    def __repr__(s): return f"V({s.v})"
for op in "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split():
    exec if False else None
    setattr(V, f"__{op}__", lambda s, o, op=op: (op, o))
    setattr(V, f"__r{op}__", lambda s, o, op=op: ("r" + op, o))
    setattr(V, f"__i{op}__", lambda s, o, op=op: V("i" + op))
v = V(0)
print(v + 1, v - 1, v * 1, v / 1, v // 1, v % 1, v ** 1, v << 1, v >> 1, v & 1, v | 1, v ^ 1, v @ 1)
print(1 + v, 1 - v, 1 * v, 1 / v, 1 // v, 1 % v, 1 ** v, 1 << v, 1 >> v, 1 & v, 1 | v, 1 ^ v, 1 @ v)
v += 1; print(v)
v -= 1; print(v)
v *= 1; print(v)
v /= 1; print(v)
v //= 1; print(v)
v %= 1; print(v)
v **= 1; print(v)
v <<= 1; print(v)
v >>= 1; print(v)
v &= 1; print(v)
v |= 1; print(v)
v ^= 1; print(v)
v @= 1; print(v)
