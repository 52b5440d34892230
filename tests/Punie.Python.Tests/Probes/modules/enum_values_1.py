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
print(C.R, str(C.R), repr(C.R), C.R.name, C.R.value, C(1), C["R"], list(C), len(C), C.R == C.R, C.R is C(1), C.R == 1, C.R in C, isinstance(C.R, C), C, type(C.R), C.__members__, [c.name for c in C], {C.R: 1}, C.R != C.G, hash(C.R) == hash(C.R), bool(C.R), f"{C.R}", f"{C.R:>8}", "%s" % C.R, C.R.__class__, list(reversed(C)), list(C.__members__), C.R.__doc__, repr(C))
print(I.A, str(I.A), repr(I.A), I.A + 1, I.A < I.B, I.A == 1, f"{I.A}", int(I.A), sorted([I.B, I.A]), I(2), isinstance(I.A, int), I.A * 2.5, max(I), sum(I), [10, 20, 30][I.A], I.A | I.B, "%d" % I.A, I.A.bit_length(), f"{I.A:03d}")
print(F.R, F.R | F.W, str(F.R | F.X), repr(F.R | F.X), F.RW, F(3), F(5), F(0), F.R & F.W, F.R ^ F.RW, ~F.R, F.R in F.RW, bool(F(0)), list(F), list(F.RW), F.R.value, (F.R | F.X).name, (F.R|F.X).value, len(F.RW), F["R"] | F["X"], F.R | F.W == F.RW, [f.name for f in F])
print(IF.A | IF.B, IF(3), IF.A | 8, IF.A & 1, int(IF.A | IF.B), IF(0), IF.A + 5, ~IF.A, IF.A in IF(3), str(IF.A), f"{IF.A | IF.B}", IF.A == 1)
print(SE.A, str(SE.A), SE.B, f"{SE.B}", SE.A == "a", repr(SE.A), SE.A.upper(), ",".join(SE))
print(Al.A, Al.AA, Al.AA is Al.A, list(Al), Al.__members__, Al["AA"], Al.AA.name)
print(P.E.mass, P.M.g, P.E, str(P.E), P.E.value, P.first(), repr(P.E), P((3.3e23, 2.4e6)))
