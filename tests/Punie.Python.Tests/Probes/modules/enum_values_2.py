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
print(F(-1))
print(Enum("An", "A B C"), list(Enum("An", "A B C")), Enum("An", ["X", "Y"]).X, Enum("An", {"P": 10, "Q": 20}).Q, IntEnum("N", "A B").B, Enum("An", [("a", 1), ("b", 2)]).b.value, list(Enum("S", "A B", start=5)), Flag("Fl", "A B C").C.value)
print(C.R.R)
