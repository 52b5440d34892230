import collections
from collections import *
P = namedtuple("P", "x y")
try:
    print(deque([1], maxlen=-1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(deque([1, 2], 2).insert(0, 5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(deque([1])[0:1])
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(hash(deque()))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(deque([1]) + [1])
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(ChainMap({})["x"])
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P(1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P(1, 2, 3))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P(1, z=2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P(1, x=2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P(1, 2)._replace(z=1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P._make([1]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P(1, 2).z)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(setattr(P(1, 2), "x", 5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(namedtuple("Q", "a a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(namedtuple("Q", "a def"))
except Exception as error:
    print(type(error).__name__ + ':', error)
