import dataclasses
from dataclasses import *
from typing import *
@dataclass
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = field(default="q", compare=False)
@dataclass
class H:
    a: int = field(repr=False)
    b: int = field(init=False, default=9)
    c: InitVar[int] = 5
    d: ClassVar[int] = 7
    def __post_init__(self, c): self.e = c * 2
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 3
@dataclass
class Base:
    a: int
@dataclass
class Child(Base):
    b: int = 0
    _: KW_ONLY = None
    c: int = 5
@dataclass(slots=True)
class S:
    a: int
@dataclass(eq=False)
class NE: a: int = 0
@dataclass(unsafe_hash=True)
class UH: a: int = 0
@dataclass(repr=False)
class NR: a: int = 0
try:
    print(P())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P(1, 2, 3, 4))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P(1, q=2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P(1, x=2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(K(1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(K())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F(1) < 5)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P(1) < P(2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(hash(P(1)))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(setattr(F(1), "a", 2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(delattr(F(1), "a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(asdict(P), asdict(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(asdict(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(fields(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(replace(F(1), q=5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(replace(H(1), b=5))
except Exception as error:
    print(type(error).__name__ + ':', error)
