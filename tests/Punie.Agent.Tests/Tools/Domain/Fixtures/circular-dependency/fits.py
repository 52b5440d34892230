from collections.abc import Callable
from dataclasses import dataclass

from svcs_di import Inject, injectable


@injectable
@dataclass
class Base:
    pass


@injectable
@dataclass
class Left:
    base: Inject[Base]


@injectable
@dataclass
class Right:
    base: Inject[Base]
    left: Inject[Left]
    parent: "Right | None" = None


@injectable
@dataclass
class Lazy:
    make: Inject[Callable[[], "Lazy"]]


@injectable
@dataclass
class Top:
    left: Inject[Left]
    right: Inject[Right]

    def compare(self, other: "Top") -> bool:
        return self is other
