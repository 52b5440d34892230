import dataclasses as dc
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Protocol

from attrs import define
from parts import Base
from svcs_di import injectable
from tdom import Node, html


@dc.dataclass(frozen=True)
class Greeting:
    name: str

    def __call__(self) -> Node:
        return html(t"<p>{self.name}</p>")


@define
class Header:
    def __call__(self) -> Node:
        return html(t"<header></header>")


class Loud(Base):
    def __call__(self) -> Node:
        return html(t"<b>{self.name}</b>")


class Point(NamedTuple):
    x: int


class Renderable(Protocol):
    def __call__(self) -> Node: ...


class Mode(Enum):
    LIGHT = 1


class Retry:
    def __call__(self, function):
        return function


class Settings:
    debug = False


@injectable
class Clock:
    def __call__(self) -> float:
        return 0.0


class TestGreeting:
    def test_it(self):
        assert html(t"<p></p>")
