import functools
from functools import *
def f(a, b=2, *args, c=3, **kw):
    "doc f"
    return a, b, args, c, kw
@lru_cache(maxsize=2)
def sq(x): return x * x
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def deco(fn):
    @wraps(fn)
    def w(*a, **k):
        "w doc"
        return fn(*a, **k)
    return w
@deco
def hello(name: str) -> str:
    "says hello"
    return "hi " + name
print(hello("x"), hello.__name__, hello.__doc__, hello.__wrapped__("y"), hello.__annotations__, hello.__qualname__, hello.__module__)
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f"V({self.v})"
print(V(1) <= V(2), V(1) >= V(2), V(2) > V(1), sorted([V(2), V(1)]), max(V(1), V(3)))
try:
    @total_ordering
    class Bad: pass
except ValueError as e: print(e)
@singledispatch
def show(x): return f"obj {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(str)
def _(x): return f"str {x}"
@show.register(list)
@show.register(tuple)
def _(x): return f"seq {len(x)}"
print(show(1), show("a"), show([1]), show((1, 2)), show(1.5), show(True), show.dispatch(int)(5), show.registry.keys().__len__(), show.__name__)
class C:
    def __init__(self): self.n = 0
    @cached_property
    def p(self): self.n += 1; return self.n * 10
    def m(self, a, b): return (a, b)
    pm = partialmethod(m, 1)
    @singledispatchmethod
    def sd(self, x): return "any"
    @sd.register
    def _(self, x: int): return "int"
    @lru_cache
    def lm(self, x): self.n += 1; return x
c = C(); print(c.p, c.p, c.n, c.pm(2), c.sd(1), c.sd("a"), c.__dict__); print(c.lm(1), c.lm(1), c.n)
del c.p; print(c.p)
@lru_cache(maxsize=None, typed=True)
def t(x): return type(x).__name__
print(t(1), t(1.0), t.cache_info())
@lru_cache
def k(a, b=1): return (a, b)
print(k(1), k(1, 1), k(a=1), k(1, b=1), k.cache_info())
def timer(n):
    def d(fn):
        @wraps(fn)
        def inner(*a): return [fn(*a) for _ in range(n)]
        return inner
    return d
@timer(2)
def one(): return 1
print(one(), one.__name__)
add = lambda a, b, c: a + b + c
print(reduce(lambda acc, fn: fn(acc), [str, len], 1234), partial(add, 1)(2, c=3))
p = partial(f, 1, c=5); print(p(c=6)); p.x = 1; print(p.x)
compose = lambda *fs: reduce(lambda f, g: lambda x: g(f(x)), fs)
print(compose(lambda x: x + 1, lambda x: x * 2)(3))
print(repr(p).replace(hex(id(f)), "X").split("<function")[0])
