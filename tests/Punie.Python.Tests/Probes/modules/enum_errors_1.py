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
    print(C(9))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(C["Z"])
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(C.Z)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(C("R"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(C.R < C.G)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(C.R + 1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(C())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(5 in C)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print("R" in C)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(setattr(C, "R", 5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(C.R.foo)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F(99))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F("a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F.R | 5)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(delattr(C, "R"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(int(C.R))
except Exception as error:
    print(type(error).__name__ + ':', error)
