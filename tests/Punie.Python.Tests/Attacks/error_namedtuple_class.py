# expect: ok
# note: a named tuple's own functions, called with classes and instances that are not its own
from collections import namedtuple
N = namedtuple('N', 'x y')
M = namedtuple('M', 'z')
class Short(N):
    def __new__(cls, *items):
        return tuple.__new__(cls, items)
def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, IndexError, AttributeError) as e:
        print(type(e).__name__)
for cls in (5, int, dict, M, tuple, None):
    attempt(lambda: N.__new__(cls, 1, 2))
    attempt(lambda: N._make.__func__(cls, [1, 2]))
for made in (5, (1, 2), M(1), Short(), Short(1), [1], None):
    for name in ('__repr__', '_asdict', '_replace', '__getnewargs__'):
        attempt(lambda: getattr(N, name)(made))
    attempt(lambda: N.y.__get__(made))
    attempt(lambda: made.y)
    attempt(lambda: repr(made))
attempt(lambda: tuple.__new__(N, [1]).y)
attempt(lambda: object.__new__(N))
