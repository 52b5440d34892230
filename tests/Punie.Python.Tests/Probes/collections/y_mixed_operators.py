from collections import Counter, namedtuple
from typing import Generic, TypeVar, Dict, List, Optional, get_type_hints

c = Counter("aab")
print(c | {"a": 1, "z": 9}, {"b": 5} | c, type(c | {}).__name__, c | Counter("abc"))
for op in (lambda: c + {"a": 1}, lambda: c - {"a": 1}, lambda: c & {"a": 1}):
    try:
        print(op())
    except TypeError as e:
        print(e)
same = c
c += {"a": 1, "q": 2}
print(c, same is c)
c -= {"q": 5}
print(c)
c |= {"b": 7}
print(c, same)
P = namedtuple("P", "x y z")
print(P.x.__doc__, P.z.__doc__)
for find in (lambda: b"abc".index(b"z"), lambda: bytearray(b"abc").rindex(b"z"), lambda: b"abc".index(b"c")):
    try:
        print(find())
    except ValueError as e:
        print(e)
class Lazy:
    def __getattr__(self, name):
        raise AttributeError(f"no {name}")
try:
    Lazy().color
except AttributeError as e:
    print(e, e.name, type(e.obj).__name__)
T, U = TypeVar("T"), TypeVar("U")
class Pair(Generic[T, U]):
    pass
print(Pair.__parameters__, Pair.__orig_bases__, Pair[int, U].__parameters__, Dict[T, List[U]].__parameters__, list[T].__parameters__)
print(list[T][int], dict[T, U][str, int], Optional[T][int])
try:
    Pair[int]
except TypeError as e:
    print(e)
class Deco:
    def __init__(self, fn):
        self.fn = fn
    def __get__(self, obj, owner=None):
        return self.fn.__get__(obj, owner)
class Uses:
    @Deco
    def go(self, n):
        return (type(self).__name__, n)
print(Uses().go(3))
for bad in (lambda: type("X", (int, str), {})):
    try:
        print(bad() and "ok")
    except TypeError as e:
        print(e)
match 5:
    case int(n):
        print("int", n)
try:
    match 5:
        case int(a, b):
            pass
except TypeError as e:
    print(e)
