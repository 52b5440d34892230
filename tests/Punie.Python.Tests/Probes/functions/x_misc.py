def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
i = outer(); print(i(), i())
fs = [lambda: k for k in range(3)]; print([f() for f in fs], [f() for f in [lambda k=k: k for k in range(3)]])
def f(a, /, b, *, c=3, **k): return a, b, c, k
print(f(1, 2), f(1, b=2, c=4, a=9))
for g in (lambda: f(a=1, b=2), lambda: f(1), lambda: f(1, 2, 3), lambda: f(1, 2, d=1, **{"d": 2}), lambda: (lambda x: x)(), lambda: (lambda x: x)(1, 2), lambda: (lambda *, k: k)(), lambda: (lambda *, k: k)(1), lambda: f(*[1, 2], **{"c": 5}), lambda: f(*5), lambda: f(1, 2, **5), lambda: len(), lambda: len(1, 2), lambda: int("x"), lambda: int("1", 99), lambda: int([]), lambda: float("a"), lambda: chr(-1), lambda: ord("ab"), lambda: [][0], lambda: {}["a"], lambda: (1, 2)[5], lambda: "abc"[9], lambda: [1].index(2), lambda: [].remove(1), lambda: "a".index("b"), lambda: set().pop(), lambda: {1}.remove(2), lambda: {}.popitem(), lambda: next(iter([])), lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 0 ** -1, lambda: 1.0 // 0, lambda: divmod(1, 0), lambda: 2.0 ** 10000, lambda: int("9" * 5000), lambda: max(1, "a"), lambda: sum(["a"]), lambda: sorted([1, "a"]), lambda: "".join([1]), lambda: undefined_name, lambda: None.x, lambda: (1).foo, lambda: "a" + 1, lambda: [1] + (1,), lambda: -"a", lambda: {[]: 1}, lambda: {}[[]], lambda: hash({}), lambda: range(1.5), lambda: range(1, 2, 0), lambda: "x".split(""), lambda: str.upper(5), lambda: list(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: round("a"), lambda: abs("a"), lambda: pow(0, -1), lambda: pow(2, -1, 4), lambda: "%d" % "a", lambda: "{}".format(), lambda: "a" < 1, lambda: isinstance(1, "a"), lambda: issubclass(1, int), lambda: iter(5), lambda: enumerate(5), lambda: open, lambda: type("X", 5, {}), lambda: super(), lambda: [1, 2, 3][::0], lambda: slice(1, 2).indices(-1), lambda: complex("x"), lambda: bytes(5.0), lambda: input):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
x = [1, 2, 3, 4, 5]
a, *b, c = x; (d, e), g = (1, 2), 3; [h, *_] = "xyz"; *z, = range(2); print(a, b, c, d, e, g, h, z)
x[1:3] = [9]; x[::2] = "abc"[:len(x[::2])]; del x[0]; x += (7,); x *= 2; print(x)
try:
    x[::2] = [1]
except ValueError as e:
    print(e)
print([y := 10, y ** 2], (lambda: (yy := 5) + yy)(), [last := q for q in range(3)], last)
print(1 < 2 < 3, 1 < 3 > 2, not 1 == 2, 1 if [] else 2, [] or "d", 0 and 1, None is None, 1 is not None, 3 in [1, 3], "b" not in "abc", 5 & 3 | 4 ^ 1, ~5, -2 ** 2, 2 ** -1, 7 // -2, -7 % 3, 2 ** 3 ** 2, 1_000, 0x_ff, 0b11, 0o17, 1e3, .5, 5., 1j * 1j)
print({**{"a": 1}, "b": 2}, [*range(2), *"ab"], {*[1], *{2}}, (*[1], 2), {k: v for k, v in zip("ab", [1, 2])}, {len(w) for w in ["a", "bb"]}, [(i, j) for i in range(3) for j in range(i) if (i + j) % 2], [[c for c in r] for r in ("ab", "c")])
def gen(): x = yield; print(x)
for i in range(3):
    if i == 1: continue
    for j in range(2):
        if j: break
    else: print("never")
    print(i, j)
else: print("done")
while True:
    break
else: print("no")
def rec(n): return 1 if n == 0 else n * rec(n - 1)
print(rec(20), rec(5), (lambda f: f(f, 5))(lambda s, n: 1 if n < 2 else n * s(s, n - 1)))
class Meta(type):
    def __new__(m, n, b, d, **k): d["tag"] = n.lower(); return super().__new__(m, n, b, d)
class W(metaclass=Meta): pass
print(W.tag, type(W).__name__, W.__class__.__name__)
def doc():
    """Doc string.

    More."""
print(doc.__name__, doc.__module__, __name__)
global_v = 1
def setg():
    global global_v, new_g
    global_v += 1; new_g = "made"
setg(); print(global_v, new_g)
try:
    def ub():
        print(lv); lv = 1
    ub()
except UnboundLocalError as e:
    print(e)
try:
    del nope_name
except NameError as e:
    print(e)
def dflt(x, acc=[]): acc.append(x); return acc
print(dflt(1), dflt(2), dflt.__defaults__)
print(*"abc", sep=",", end=";\n"); print(); print("a", end=""); print("b", "c", sep="")
print(f"{1+1=} {'x'!r:>5} {3.14159:.2f} {10:>5}|{10:<5}|{10:^5}|{1000000:,} {255:#x} {'a':*^7} {0.5:%} {1e10:g} {[1,2]} { {'k': 1}['k'] } {'nested ' + f'{2}'} {5!s} {'q':{'>'}{4}}", f'{"a" if True else "b"}', f"{{}}", rf"\n{1}", f"{1:{2}}" f"{'x'}")
