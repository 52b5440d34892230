from functools import *
import functools
@lru_cache(maxsize=2)
def sq(x):
    print("calc", x)
    return x * x
print(sq(1), sq(2), sq(1), sq(3), sq(2), sq.cache_info(), sq.cache_parameters())
sq.cache_clear(); print(sq.cache_info(), sq.__wrapped__(5), sq.__name__)
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90), fib.cache_info().hits)
try:
    sq([1])
except TypeError as e:
    print(e)
p = partial(lambda a, b, *, c=0: (a, b, c), 1, c=5)
print(p(2), p(2, c=9), p.args, p.keywords, p.func.__name__)
class A:
    def __init__(self): self.n = 0
    @cached_property
    def v(self):
        self.n += 1
        return self.n * 10
    def add(self, x, y): return x + y + self.n
    add5 = partialmethod(add, 5)
    @singledispatchmethod
    def show(self, x): return f"obj {x}"
    @show.register
    def _(self, x: int): return f"int {x}"
    @show.register(str)
    def _(self, x): return f"str {x}"
a = A()
print(a.v, a.v, a.n, a.__dict__, a.add5(1), a.show(1), a.show("s"), a.show(2.5))
del a.v
print(a.v)
@singledispatch
def fn(x, *r): return f"default {type(x).__name__}"
@fn.register(int)
@fn.register(float)
def _(x): return f"num {x}"
@fn.register
def _(x: list): return f"list {len(x)}"
@fn.register(type(None))
def _(x): return "none"
print(fn("s"), fn(1), fn(2.5), fn([1]), fn(None), fn(True), fn.dispatch(int)(3), sorted(t.__name__ for t in fn.registry))
def deco(f):
    @wraps(f)
    def w(*a, **k):
        "wrapper doc"
        return f(*a, **k)
    return w
@deco
def orig(a: int) -> str:
    "orig doc"
    return a
print(orig.__name__, orig.__doc__, orig.__wrapped__.__name__, orig.__annotations__, orig(3))
print(reduce(lambda a, b: a + b, "abc"), reduce(max, [3, 1, 4], 0))
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
print(sorted("bca", key=cmp_to_key(lambda a, b: (a > b) - (a < b))), repr(partial(int, base=2)), partial(partial(pow, 2), 3)())
def f2(a, b=2, *args, c, d=4, **kw): pass
print(f2.__defaults__, f2.__kwdefaults__, f2.__name__)
