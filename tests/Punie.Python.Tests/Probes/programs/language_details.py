import json, math
# scoping / closures / class-level comprehension
class A:
    xs = [1, 2, 3]
    ys = [x * 2 for x in xs]
    def f(self, n=len(xs)): return n
print(A.ys, A().f())
def counter():
    c = {"n": 0}
    def inc(by=1):
        c["n"] += by
        return c["n"]
    return inc
k = counter(); k(); print(k(5))
def apply(fs, v):
    for f in fs: v = f(v)
    return v
print(apply([lambda x: x + 1, str, len], 99))
# try/else/finally ordering with returns
def t(n):
    try:
        if n == 0: return "r"
        if n == 1: raise KeyError("k")
        if n == 2: 1 / 0
    except KeyError as e:
        return ("ke", str(e))
    except (ZeroDivisionError, TypeError) as e:
        return type(e).__name__
    else:
        return "else"
    finally:
        print("f", n)
print([t(i) for i in range(4)])
# exception in handler keeps context
try:
    try:
        int("x")
    except ValueError as e:
        raise RuntimeError("wrapped") from e
except RuntimeError as e:
    print(e, "|", e.__cause__)
# nested functions & recursion
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(30))
def fibm(n, memo={}):
    if n in memo: return memo[n]
    memo[n] = n if n < 2 else fibm(n - 1) + fibm(n - 2)
    return memo[n]
print(fibm(90))
# string methods & formatting
print("a,b,,c".split(","), " x y ".split(), "abc".find("c"), "Hello".swapcase(), "%5.2f|%-5s|%03d" % (3.14159, "ab", 7), "{:>8}|{:^8}|{:<8}|".format("a", "b", "c"))
print(json.dumps({"a": [1, 2, {"b": None}], "t": True}, indent=2))
print(sorted({"b": 1, "a": 2}.items(), key=lambda kv: (-kv[1], kv[0])))
print([*map(lambda a, b: a + b, [1, 2], [3, 4])], list(filter(None, [0, 1, "", 2])), list(zip(*[[1, 2], [3, 4]])))
print(any(x > 2 for x in [1, 2, 3]), all([]), min([3, 1], key=lambda v: -v), max("abc"), sum([[1], [2]], []))
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
for i, (x, y) in enumerate([(1, 2), (3, 4)], start=1): print(i, x, y)
print(list(range(10, 0, -3)), range(5)[::-1], 7 in range(0, 10, 7), len(range(0, 10, 3)))
x = [[0] * 2 for _ in range(2)]; x[0][1] = 5; print(x)
s = set(); s.add(1); s |= {2, 3}; s -= {1}; print(s, s & {2}, s ^ {3, 4}, {1} < {1, 2})
d = dict(a=1, b=2); d.update(c=3); print({v: k for k, v in d.items()}, d.pop("a"), d.pop("z", None), d | {"q": 1})
print(f"{'nested ' + f'{1 + 1}'!r:>15}", f"{math.pi:.3f}", f"{1234567:,}", f"{0.256:.1%}")
del d["b"]
print(d, "b" in d, d.get("b"), d.setdefault("n", []).append(1), d)
def gen():
    received = yield "start"
    while received is not None:
        received = yield received * 2
g = gen(); print(next(g), g.send(2), g.send(5))
try: g.send(None)
except StopIteration: print("stop")
def kw(**kwargs): return sorted(kwargs.items())
print(kw(b=1, a=2), kw(**{"x": 1}, y=2))
print(isinstance(True, int), type(1) == int, callable(print), id(d) == id(d))
try: [].pop()
except IndexError as e: print(e)
try: {}["k"]
except KeyError as e: print(e, repr(e))
try: int("abc")
except ValueError as e: print(e)
try: None.x
except AttributeError as e: print(e)
try: "a" + 1
except TypeError as e: print(e)
try: (1, 2)[5]
except IndexError as e: print(e)
try: x = [1]; x["a"]
except TypeError as e: print(e)
try: len(5)
except TypeError as e: print(e)
try: a, b = [1, 2, 3]
except ValueError as e: print(e)
try: a, b = 5
except TypeError as e: print(e)
try: 5()
except TypeError as e: print(e)
try: {[]: 1}
except TypeError as e: print(e)
try: raise "x"
except TypeError as e: print(e)
try: class_none = None; class_none()
except TypeError as e: print(e)
while True:
    try:
        break
    finally:
        print("brk")
print(type(iter([])).__name__, type({}.keys()).__name__, type(range(3)).__name__, type((i for i in [])).__name__)
lst = [3, 1, 2]; lst.sort(reverse=True); print(lst, lst.index(1), lst.count(2)); lst.insert(1, 9); lst.extend("ab"); lst.reverse(); print(lst)
print(1_000, 0b101, 0o17, 0xff, 1e3, .5, 5., 1e-10, 10**-2)
print("abc" * 2, [1] * 3, "x" in "xyz", not "", "b" > "a", "Z" < "a", [1, 2] < [1, 3], (1,) < (1, 0))
print(*(i for i in range(3)), sep=",")
