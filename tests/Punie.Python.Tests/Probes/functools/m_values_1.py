import functools
from functools import *
def f(a, b=2, *args, c=3, **kw):
    "doc f"
    return a, b, args, c, kw
@lru_cache(maxsize=2)
def sq(x): return x * x
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 5), reduce(max, [3, 1, 4]))
print(partial(f, 1)(5), partial(f, c=9)(1), partial(f, 1, 2, 3)(4, z=1), partial(f, 1).args, partial(f, c=1).keywords, partial(f, 1).func is f, partial(partial(f, 1), 2).args, partial(int, base=2)("101"), partial(print, "a"))
print(partial(int, base=2), partial(max, 1))
print(sq(2), sq(2), sq(3), sq.cache_info(), sq.__wrapped__(5), sq.__name__, sq.cache_parameters())
print(sq(4), sq(2), sq.cache_info(), sq.cache_clear(), sq.cache_info())
print(fib(50), fib.cache_info())
print(lru_cache(5)(lambda x: x).cache_parameters())
