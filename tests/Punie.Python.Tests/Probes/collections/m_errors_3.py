import collections
from collections import *
P = namedtuple("P", "x y")
try:
    print(namedtuple("Q", "_a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(namedtuple("Q", "1a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(namedtuple("1Q", "a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(namedtuple("Q", "a", defaults=(1, 2)))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(collections.foo)
except Exception as error:
    print(type(error).__name__ + ':', error)
