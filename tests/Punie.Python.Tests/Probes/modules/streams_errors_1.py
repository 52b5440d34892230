import contextlib, abc, io, types, pprint, warnings
from contextlib import *
@contextmanager
def cm(x):
    print("enter", x)
    try: yield x
    except ValueError as e: print("caught", e)
    finally: print("exit", x)
try:
    print(io.StringIO(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(io.StringIO().write(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(io.BytesIO("a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(types.MappingProxyType({})["z"])
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(types.SimpleNamespace(1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(contextlib.foo)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(abc.foo)
except Exception as error:
    print(type(error).__name__ + ':', error)
