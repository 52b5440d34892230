from abc import ABC, abstractmethod, ABCMeta
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    def desc(self): return f"{self.name}:{self.area()}"
try:
    Shape()
except TypeError as e:
    print(type(e).__name__)
class Sq(Shape):
    def __init__(self, s=2): self.s = s
    def area(self): return self.s ** 2
    name = "sq"
    @classmethod
    def make(cls): return cls(3)
print(Sq().desc(), Sq.make().desc(), sorted(Shape.__abstractmethods__), Sq.__abstractmethods__, isinstance(Sq(), Shape))
class Half(Shape):
    def area(self): return 1
try:
    Half()
except TypeError as e:
    print(type(e).__name__)
@Shape.register
class Virt: pass
print(issubclass(Virt, Shape), isinstance(Virt(), Shape), Shape in Virt.__mro__)
class Sized2(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Sized2:
            return any("size" in B.__dict__ for B in C.__mro__)
        return NotImplemented
class HasSize:
    def size(self): return 1
print(isinstance(HasSize(), Sized2), issubclass(HasSize, Sized2))
import collections.abc as c
class Seq(c.Sequence):
    def __init__(self, *a): self.a = a
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i]
s = Seq(1, 2, 3, 2)
print(list(s), 2 in s, s.index(2), s.count(2), list(reversed(s)), isinstance(s, c.Iterable), isinstance(s, c.Collection), isinstance(s, c.Mapping))
class Mp(c.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = Mp()
m["a"] = 1
m.update(b=2)
print(m.get("z"), m.pop("a"), m.setdefault("q", 5), dict(m), list(m.items()), "q" in m, m == {"b": 2, "q": 5}, list(m.keys()), list(m.values()))
m.clear()
print(len(m))
try:
    m.popitem()
except KeyError as e:
    print(repr(e))
class St(c.Set):
    def __init__(self, it): self.e = list(dict.fromkeys(it))
    def __iter__(self): return iter(self.e)
    def __contains__(self, x): return x in self.e
    def __len__(self): return len(self.e)
a, b = St("abc"), St("bcd")
print(sorted(a & b), sorted(a | b), sorted(a - b), sorted(a ^ b), a <= b, St("b") < a, a.isdisjoint(St("z")), a == St("cab"))
print(isinstance({}, c.MutableMapping), isinstance([], c.MutableSequence), isinstance("", c.Sequence), isinstance(len, c.Callable), isinstance((i for i in ()), c.Generator), isinstance({}.keys(), c.KeysView), isinstance(range(3), c.Sequence), isinstance(iter([]), c.Iterator), issubclass(list, c.Hashable), isinstance(3, c.Hashable), isinstance(set(), c.Set), isinstance(b"", c.ByteString) if hasattr(c, "ByteString") else True)
