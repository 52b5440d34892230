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
print(make_dataclass("M", ["a", ("b", int), ("c", int, 5)])(1, 2), make_dataclass("M", [("x", int)], frozen=True)(1))
