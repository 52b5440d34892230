from __future__ import annotations
from dataclasses import dataclass, field, fields
from typing import get_type_hints, ClassVar
@dataclass
class A:
    x: int
    y: Undefined = 5
    w: list[B] = field(default_factory=list)
class B: pass
def f(a: Nope, b: "x" = 1) -> Missing: pass
print(A(1), A.__annotations__, f.__annotations__, [x.type for x in fields(A)])
class C:
    v: int | None
    u: "str"
print(C.__annotations__)
