def counter():
    c = {"n": 0}
    def inc(by=1): c["n"] += by; return c["n"]
    def get(): return c["n"]
    return inc, get
i, g = counter(); i(); i(5); print(g(), i.__closure__ is not None if hasattr(i, "__closure__") else True, i.__name__)
def memo(f):
    cache = {}
    def w(*a):
        if a not in cache: cache[a] = f(*a)
        return cache[a]
    w.cache = cache
    return w
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), len(fib.cache))
def repeat(n):
    def deco(f):
        def w(*a, **k): return [f(*a, **k) for _ in range(n)]
        return w
    return deco
@repeat(2)
@repeat(3)
def hi(x, *, y=1): return x + y
print(hi(1, y=2))
class Deco:
    def __init__(self, f): self.f, self.calls = f, 0
    def __call__(self, *a): self.calls += 1; return self.f(*a)
@Deco
def sq(x): return x * x
print(sq(3), sq(4), sq.calls)
def outer():
    x = "o"
    def mid():
        def inner():
            nonlocal x
            x += "i"
            return x
        return inner
    return mid(), lambda: x
a, b = outer(); a(); print(a(), b())
class K:
    x = 1
    ys = [x for _ in range(2)] if False else [1, 1]
    def m(self): return [self.x + i for i in range(2)]
    z = (lambda: 5)()
print(K().m(), K.ys, K.z)
def compose(*fs):
    from functools import reduce
    return reduce(lambda f, g: lambda x: g(f(x)), fs, lambda x: x)
print(compose(str, len, lambda n: n * 2)(12345), (lambda *a, **k: (a, k))(1, b=2), (lambda a, b=2, *c, d, **e: (a, b, c, d, e))(1, d=4, z=5))
def va(a, b=[], *args, k, **kw):
    return a, b, args, k, kw
print(va(1, k=2), va(1, 2, 3, 4, k=5, z=6), va(*[1, 2], **{"k": 3}), va.__defaults__, va.__kwdefaults__)
def gen_closure():
    fs = []
    for i in range(3):
        def f(i=i): return i
        fs.append(f)
    return [f() for f in fs]
print(gen_closure(), [f() for f in [lambda: i for i in range(3)]])
x = 10
def shadow():
    x = 20
    class C:
        y = x
        def g(self): return x
    return C.y, C().g()
print(shadow())
def kwonly(*, a, b=2): return a + b
def posonly(a, b=2, /): return a + b
print(kwonly(a=1), posonly(1), posonly(1, 5))
import functools
add = functools.partial(lambda a, b, c: (a, b, c), 1, c=3); print(add(2))
def rec_default(n, acc=None):
    acc = [] if acc is None else acc
    acc.append(n)
    return acc if n == 0 else rec_default(n - 1, acc)
print(rec_default(3), rec_default(1))
print((lambda f: (lambda x: f(lambda v: x(x)(v)))(lambda x: f(lambda v: x(x)(v))))(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(5))
