def f(a, b=2, *args, c, d=4, **kw): return (a, b, args, c, d, kw)
print(f(1, c=3), f(1, 2, 3, 4, c=5, z=6), f(*[1, 2], **{"c": 3}))
for call in ("f()", "f(1)", "f(1, c=2, a=3)"):
    try:
        if call == "f()": f()
        elif call == "f(1)": f(1)
        else: f(1, c=2, a=3)
    except TypeError as e: print(e)
def g(x, y): pass
for a in ((), (1,), (1, 2, 3)):
    try: g(*a)
    except TypeError as e: print(e)
def p(a, /, b): return a, b
try: p(a=1, b=2)
except TypeError as e: print(e)
try: p(1, 2, q=3)
except TypeError as e: print(e)
try: g(1, 2, x=3)
except TypeError as e: print(e)
def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc, lambda: n
i, get = outer(); i(); i(); print(get())
fs = [lambda: k for k in range(3)]; print([q() for q in fs])
fs = [lambda k=k: k for k in range(3)]; print([q() for q in fs])
print([[x * y for x in range(3)] for y in range(2)], {x: x ** 2 for x in range(3)}, {x % 2 for x in range(5)})
a = b = c = [1]; print(a is c)
(a, b), *c = (1, 2), 3, 4; print(a, b, c)
x = 5; x += 1; x -= 2; x *= 3; x //= 2; x **= 2; x %= 7; x <<= 3; x |= 1; x ^= 2; x &= 0xff; x >>= 1; print(x)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, not 1, 3 if 0 else 4, None or "d", 0 and 1)
try: print(undefined_name)
except NameError as e: print(e)
def ub():
    print(zz)
    zz = 1
try: ub()
except UnboundLocalError as e: print(e)
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise KeyError("k") from e
except KeyError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    e
except NameError as q: print(q)
def fin():
    try: return 1
    finally: print("f")
print(fin())
def fin2():
    for i in range(3):
        try: continue
        finally: print(i)
    while True:
        try: break
        finally: print("b")
    try: return "t"
    finally: return "f"
print(fin2())
try:
    try: raise ValueError("a")
    finally: print("cleanup")
except ValueError as v: print(v)
try:
    raise
except RuntimeError as e: print(e)
def nested():
    try:
        try: raise KeyError(1)
        except KeyError: raise
    except KeyError as e: return repr(e)
print(nested())
d = {"a": 1, **{"b": 2}}; del d["a"]; print(d)
l = list(range(10)); del l[::2]; l[1:2] = [9, 9]; print(l, l[::-1], l[-2:], l[5:1:-1])
def m(v):
    match v:
        case 0 | 1: return "small"
        case int(n) if n > 100: return f"big {n}"
        case int() | float(): return "num"
        case str() as s: return "s" + s
        case []: return "empty"
        case [x]: return f"one {x}"
        case [x, *rest]: return f"many {x} {rest}"
        case {"t": "p", "x": x, **r}: return f"p {x} {r}"
        case None: return "none"
        case True: return "T"
        case _: return "other"
print([m(v) for v in (0, 200, 5, 2.5, "q", [], [1], [1, 2, 3], (1, 2), {"t": "p", "x": 1, "y": 2}, None, {1}, b"x")])
if (n := 10) > 5: print(n)
print([y := 1, y ** 2], [z for q in range(3) if (z := q)], z)
print("a" "b" f"{1+1}" f"{'x':>5}|{3.14159:.2f}|{10:05d}|{255:#x}|{'é'!a}|{[1]!r:>6}|{1=}|{ 2 = }")
w = 6; print(f"{3.14159:{w}.{2}f}", f"{'a' + 'b'}", f"{{}}", f"{d}")
global_x = 1
def mod():
    global global_x, new_g
    global_x += 1; new_g = 5
mod(); print(global_x, new_g)
print(*[1, 2], sep="-", end="!\n"); print()
print((lambda *a, **k: (a, k))(1, 2, x=3))
assert True
try: assert 1 == 2, "msg"
except AssertionError as e: print("AE", e)
print([*range(3), *"ab"], (*[1], 2), {*[1, 1]}, {**{"a": 1}, "b": 2})
for i in range(3):
    if i == 1: break
else: print("no")
for i in []: pass
else: print("else")
def ann(x: int, y: "str" = "q") -> bool: return True
print(ann.__annotations__ if False else ann.__name__, ann(1))
v: int = 3; print(v)
print(10 ** 20, 2 ** 63, -2 ** 63, 7 // -2, -7 % 3, 7.5 // 2, -7.5 % 2, 1 / 3, 1e100, 1e-7, 0.1 + 0.2, 5e-324, 1e16, 123456789012345680.0, float("inf"), -0.0, 3 / 1)
print(divmod(-7, 2), 1 << 70, (1 << 70) >> 68, ~5, 5 & -2, 2 ** -1, 0 ** 0, 10 ** 18 * 10, 9223372036854775807 + 1, -9223372036854775808 - 1, -9223372036854775808 // -1, abs(-9223372036854775808))
print(True + True, True & False, True | 2, type(True & True), 1 == True, hash(1.0) == hash(1), 3 == 3.0, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53)
print({3, 1, 2}, {10, 5, 100, -1, 7}, {i * 7 % 31 for i in range(12)}, {1.5, 2, 0.1}, set("a"), {(1, 2), (0, 1), (5, 5)})
print(hash((1, 2)), hash(2 ** 61), hash(-1), hash(1.5), hash(0.1), hash(2 ** 100), hash(()), hash(True), hash((1, (2, 3.5))))
import asyncio as aio
x = [1, 2, 3]
for i in x:
    if i < 3: x.append(i + 10)
    if len(x) > 8: break
print(x)
try:
    dd = {1: 1}
    for k in dd: dd[k + 1] = 1
except RuntimeError as e: print(e)
print("😀é"[0], len("a😀b"), "a😀b"[::-1], "a😀b"[1:], [c for c in "😀x"], "😀" < "\uffff", repr("\x00\n\t'\"\u200b😀"))
