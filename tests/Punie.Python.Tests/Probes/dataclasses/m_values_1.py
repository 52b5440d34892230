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
print(P(1), P(1, 3), P(x=1, z=[1]), P(1) == P(1), P(1) != P(2), P(1) == 5, P(1).z is P(1).z, P.__match_args__, repr(P("a")))
print(F(1), F(1) < F(2), F(1, "a") == F(1, "b"), hash(F(1)) == hash(F(1)), sorted([F(2), F(1)]), F(1) >= F(1), {F(1): 2})
print(H(1), H(1).e, H(1, 10).e, H(1).b, H.d, H(a=1, c=2).e)
print(K(a=1), K(a=1, b=2))
print(Child(1), Child(1, 2, c=3))
print(S(1), NE() == NE(), hash(UH()) == hash(UH()), repr(NR()).startswith("<__main__.NR object"))
print(astuple(F(1)), asdict(F(1), dict_factory=lambda kv: len(kv)))
