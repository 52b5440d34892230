import functools
from functools import *
def f(a, b=2, *args, c=3, **kw):
    "doc f"
    return a, b, args, c, kw
@lru_cache(maxsize=2)
def sq(x): return x * x
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
try:
    print(reduce(lambda a, b: a, []))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(reduce(lambda a, b: a, 5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(partial(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(partial())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(partial(f)())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(sq([1]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(functools.foo)
except Exception as error:
    print(type(error).__name__ + ':', error)
