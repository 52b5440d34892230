import enum
from enum import *
class C(Enum):
    R = 1
    G = 2
    B = 3
class I(IntEnum):
    A = 1
    B = 2
class F(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
class IF(IntFlag):
    A = 1
    B = 2
class S(str, Enum):
    X = "x"
class SE(StrEnum):
    A = auto()
    B = "bee"
class Al(Enum):
    A = 1
    AA = 1
    B = 2
class P(Enum):
    E = (3.3e23, 2.4e6)
    M = (4.8e24, 6e6)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def g(self): return self.mass / self.radius
    @classmethod
    def first(cls): return cls.E
    def __str__(self): return self.name.lower()
try:
    @unique
    class Bad(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
try:
    class Sub(C): Z = 5
except TypeError as e: print(e)
class Au(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
print([(m.name, m.value) for m in Au])
class An(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    X = auto()
    Y = auto()
print([m.value for m in An])
class Mi(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A
print(Mi(99))
class Desc(Enum):
    A = "a"
    @property
    def label(self): return self.value.title()
    @staticmethod
    def st(): return 5
    def meth(self): return f"{self.name}!"
print(Desc.A.label, Desc.st(), Desc.A.meth())
class Ord(Enum):
    L = 1
    H = 2
    def __lt__(self, o): return self.value < o.value
print(sorted([Ord.H, Ord.L]), min(Ord))
match C.R:
    case C.R: print("red")
    case _: print("other")
def k(c):
    match c:
        case C.R | C.G: return "rg"
        case C.B: return "b"
print([k(c) for c in C])
class Coord(tuple, Enum):
    O = (0, 0)
    U = (0, 1)
print(Coord.U, Coord.U[1], Coord((0, 1)))
class N(Enum):
    A = None
    B = [1]
    C = len
    D = lambda x: x
print(list(N))
class Ct(Enum):
    _ignore_ = ["x"]
    x = 5
    A = 1
print(list(Ct))
class Pe(Flag):
    R = 4
    W = 2
    X = 1
p = Pe.R | Pe.W; p |= Pe.X; p &= ~Pe.W; print(p, Pe.R in p, Pe.W in p, Pe(7), Pe(0), repr(Pe(7)), [x for x in Pe(5)])
class W(IntEnum):
    MON = 1
    TUE = 2
    @property
    def nice(self): return self.name.capitalize()
print(W.MON.nice, W(1), W.TUE > W.MON, {W.MON: "x"}[1], list(map(int, W)), W.MON.__str__())
import json, copy
print(json.dumps({"a": W.MON, "b": S.X}), copy.deepcopy(C.R) is C.R)
class Pl(Enum):
    A = 1, "one"
    B = 2, "two"
    def __new__(cls, v, d):
        o = object.__new__(cls); o._value_ = v; o.d = d; return o
print(Pl.A.value, Pl.A.d, Pl(2), Pl.B.d)
@enum.verify(enum.UNIQUE)
class Vf(Enum):
    A = 1
print(Vf.A)
class M(Enum):
    A = enum.member(1)
    @enum.nonmember
    def q(): pass
print(list(M))
for n, m in C.__members__.items(): print(n, m, end=" ")
print(C.R.name.lower(), getattr(C, "G"), C.__name__, C.__qualname__, "R" in C.__members__, hasattr(C, "Q"), dir(C.R)[-2:] if False else 0)
