import collections
from collections import *
P = namedtuple("P", "x y")
try:
    print(Counter(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(Counter("a", "b"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(Counter.fromkeys("abc"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(Counter("a") + 5)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(Counter([[1]]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(defaultdict(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(defaultdict(None)["x"])
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(OrderedDict().popitem())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(OrderedDict(a=1).move_to_end("z"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(deque().pop())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(deque().popleft())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(deque([1])[5])
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(deque([1])["a"])
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(deque([1]).remove(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(deque([1]).index(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(deque(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
