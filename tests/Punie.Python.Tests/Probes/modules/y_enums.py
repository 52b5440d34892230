from enum import *
class Color(Enum):
    RED = 1
    GREEN = auto()
    BLUE = "b"
    CRIMSON = 1
    @property
    def pretty(self): return self.name.title()
    @classmethod
    def default(cls): return cls.GREEN
    def __str__(self): return f"C.{self.name}"
print(Color.RED, repr(Color.RED), Color(1), Color["BLUE"], list(Color), Color.CRIMSON is Color.RED, Color.default().pretty, len(Color), Color.RED in Color, Color.__members__)
for bad in (lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 3), lambda: Color.RED < Color.GREEN, lambda: Color.X):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class Perm(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(Perm.R | Perm.X, repr(Perm.RW), Perm.RW & Perm.W, ~Perm.R, Perm(0), bool(Perm(0)), Perm.R in Perm.RW, list(Perm.RW), Perm(7), Perm.RW.value, Perm.R ^ Perm.RW, len(Perm.RW))
class I(IntEnum):
    A = 1; B = 2
print(I.A + 1, I.A < I.B, I.A == 1, f"{I.B}", f"{I.B:>4}", "%d" % I.A, repr(I.B), str(I.B), I(2), [1, 2][I.A], sorted([I.B, I.A]), I.A.__class__)
class S(StrEnum):
    LOW = auto(); HI = "High"
print(S.LOW, repr(S.LOW), S.HI == "High", S.HI.upper(), f"{S.LOW!r:>10}", S("low"), "-".join(S))
class F(IntFlag):
    A = 1; B = 4
print(F.A | F.B, repr(F.A | 8), F(5), F.A | 2, int(F.B), F.A + 1, repr(~F.A))
Animal = Enum("Animal", "CAT DOG"); print(list(Animal), Animal.CAT.value, Animal.__name__)
A2 = Enum("A2", {"X": 10, "Y": 20}); print(A2.Y, A2(10))
@unique
class U(Enum): A = 1; B = 2
try:
    @unique
    class W(Enum): A = 1; B = 1
except ValueError as e: print(e)
class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def g(self): return round(6.67300E-11 * self.mass / self.radius ** 2, 3)
print(Planet.EARTH.g, Planet.MARS.value, Planet((6.421e23, 3.3972e6)))
class Shape(Enum):
    SQ = "sq"; CI = "ci"
    @classmethod
    def _missing_(cls, value):
        return cls.SQ if str(value).startswith("s") else None
print(Shape("sss"))
try: Shape("zz")
except ValueError as e: print(e)
try:
    class Ext(Color): pass
except TypeError as e: print(e)
class Ord(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower() + str(count)
    A = auto(); B = auto()
print([m.value for m in Ord], hash(Color.RED) == hash(Color.RED), {Color.RED: 1}[Color.RED], Color.RED.name, isinstance(Color.RED, Color), type(Color), Color)
match Color.GREEN:
    case Color.RED: print("r")
    case Color.GREEN: print("g")
class D(Enum):
    A = 1
    B = member(2)
    C = nonmember(3)
print(list(D), D.C)
