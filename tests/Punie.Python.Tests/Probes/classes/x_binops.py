class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"N({self.v})"
    def __add__(self, o): return f"add:{self.v},{o!r}"
    def __radd__(self, o): return f"addr:{self.v},{o!r}"
    def __sub__(self, o): return f"sub:{self.v},{o!r}"
    def __rsub__(self, o): return f"subr:{self.v},{o!r}"
    def __mul__(self, o): return f"mul:{self.v},{o!r}"
    def __rmul__(self, o): return f"mulr:{self.v},{o!r}"
    def __truediv__(self, o): return f"truediv:{self.v},{o!r}"
    def __rtruediv__(self, o): return f"truedivr:{self.v},{o!r}"
    def __floordiv__(self, o): return f"floordiv:{self.v},{o!r}"
    def __rfloordiv__(self, o): return f"floordivr:{self.v},{o!r}"
    def __mod__(self, o): return f"mod:{self.v},{o!r}"
    def __rmod__(self, o): return f"modr:{self.v},{o!r}"
    def __pow__(self, o): return f"pow:{self.v},{o!r}"
    def __rpow__(self, o): return f"powr:{self.v},{o!r}"
    def __matmul__(self, o): return f"matmul:{self.v},{o!r}"
    def __rmatmul__(self, o): return f"matmulr:{self.v},{o!r}"
    def __lshift__(self, o): return f"lshift:{self.v},{o!r}"
    def __rlshift__(self, o): return f"lshiftr:{self.v},{o!r}"
    def __rshift__(self, o): return f"rshift:{self.v},{o!r}"
    def __rrshift__(self, o): return f"rshiftr:{self.v},{o!r}"
    def __and__(self, o): return f"and:{self.v},{o!r}"
    def __rand__(self, o): return f"andr:{self.v},{o!r}"
    def __or__(self, o): return f"or:{self.v},{o!r}"
    def __ror__(self, o): return f"orr:{self.v},{o!r}"
    def __xor__(self, o): return f"xor:{self.v},{o!r}"
    def __rxor__(self, o): return f"xorr:{self.v},{o!r}"
    def __divmod__(self, o): return f"divmod:{self.v},{o!r}"
    def __rdivmod__(self, o): return f"divmodr:{self.v},{o!r}"
    def __iadd__(self, o):
        self.v += o
        return self
a = N(1)
print(a + 2, 2 + a, a - 1, 1 - a, a * 3, 3 * a, a / 2, 2 / a, a // 2, 2 // a, a % 2, 2 % a, a ** 2, 2 ** a, a @ 2, 2 @ a, a << 1, 1 << a, a >> 1, 1 >> a, a & 1, 1 & a, a | 1, 1 | a, a ^ 1, 1 ^ a, divmod(a, 2), divmod(2, a), sep="\n")
a += 5
print(a)
a -= 1
print(a)
print("s" + a, [1] + a, [1] * a, "x%s" % 1)
for f in (lambda: 1 + "a", lambda: "a" + 1, lambda: [] + (), lambda: {} + {}, lambda: None + 1, lambda: "a" * "b", lambda: "a" - "b", lambda: 1 @ 2, lambda: -"a", lambda: ~1.5, lambda: 1 << 1.0, lambda: [1] * 1.5, lambda: (1,) + [2], lambda: b"a" + "b", lambda: {1} | [1], lambda: {1: 1} | [1], lambda: divmod("a", 1), lambda: 2 ** "a", lambda: len(5), lambda: abs("x"), lambda: object() + 1, lambda: 5 // "a", lambda: 1 % "a", lambda: 5 and 3 + None, lambda: int + 1, lambda: print + 1, lambda: +[], lambda: pow("a", 2), lambda: pow(2, 3, "x"), lambda: 3 < "a", lambda: None > None):
    try:
        print(f())
    except TypeError as e:
        print(e)
class Q: pass
q = Q()
for f in (lambda: q + 1, lambda: 1 + q, lambda: -q, lambda: q[0], lambda: q(), lambda: len(q), lambda: iter(q), lambda: q < q, lambda: 1 in q, lambda: int(q), lambda: float(q), lambda: abs(q), lambda: round(q), lambda: next(q), lambda: reversed(q), lambda: hash([]), lambda: sum(q), lambda: sorted(q), lambda: min(q), lambda: "a".join(q), lambda: list(q), lambda: dict(q), lambda: set(q), lambda: q.x, lambda: Q.x, lambda: bytes(q), lambda: chr(q), lambda: ord(q), lambda: range(q), lambda: "%d" % q, lambda: f"{q:d}", lambda: isinstance(q, 5), lambda: issubclass(q, Q), lambda: zip(q), lambda: map(q), lambda: enumerate(q), lambda: divmod(q, 1), lambda: open):
    try:
        print(f() and "ok")
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
def g():
    q[0] = 1
def h():
    del q[0]
def i():
    q.x += 1
def j():
    with q: pass
def k():
    for _ in q: pass
def l():
    a, b = q
def m():
    a, b = 1, 2, 3
def n():
    a, b = 1,
def o():
    a, *b, c = [1]
def p():
    raise q
def r():
    raise Q
def s():
    try: 1/0
    except q: pass
def t():
    print(*5)
def u():
    print(**5)
def v():
    Q(1)
def w():
    Q(a=1)
def x():
    f"{1!r:d}"
def y():
    assert q is None, q.zz
def z():
    del q.nope
for f in (g, h, i, j, k, l, m, n, o, p, r, s, t, u, v, w, x, y, z):
    try:
        f()
    except Exception as e:
        print(f.__name__, type(e).__name__, e)
