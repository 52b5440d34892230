from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar

from svcs_di import Inject
from tdom import Node, html


class Database: ...


@dataclass
class Base:
    title: str


@dataclass
class Card(Base):
    kind: ClassVar[str]
    _: KW_ONLY
    children: list[Node]
    database: Inject[Database]
    featured: bool = False
    tags: list[str] = field(default_factory=list)
    count: int = field(init=False)

    def __call__(self) -> Node:
        return html(t"<b>{self.title}</b>")


def Badge(text: str, *, tone: str = "calm", **rest: str) -> Node:
    return html(t"<b>{text}</b>")


class Panel:
    def __init__(self, heading_text: str, style: str = ""):
        self.heading_text = heading_text

    def __call__(self) -> Node:
        return html(t"<b>{self.heading_text}</b>")
