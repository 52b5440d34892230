from dataclasses import dataclass
from typing import Annotated, Optional, Union

import tdom
from tdom import Element, Node
from tdom import Node as N
from tdom import html

Html = Node


class Own(Element):
    pass


@dataclass
class A:
    def __call__(self) -> Node:
        return html(t"<p></p>")


@dataclass
class B:
    def __call__(self) -> "Node":
        return html(t"<p></p>")


@dataclass
class C:
    def __call__(self) -> tdom.Node:
        return html(t"<p></p>")


@dataclass
class D:
    def __call__(self) -> Node | None:
        return html(t"<p></p>")


@dataclass
class E:
    def __call__(self) -> Element:
        return html(t"<p></p>")


@dataclass
class F:
    def __call__(self) -> Optional[N]:
        return html(t"<p></p>")


@dataclass
class G:
    async def __call__(self) -> "tdom.Element | None":
        return html(t"<p></p>")


@dataclass
class H:
    def __call__(self) -> Union[Node, Element]:
        return html(t"<p></p>")


@dataclass
class I:
    def __call__(self) -> Annotated[Node, "cached"]:
        return html(t"<p></p>")


@dataclass
class J:
    def __call__(self) -> Own:
        return html(t"<p></p>")


@dataclass
class K:
    def __call__(self) -> Html:
        return html(t"<p></p>")


@dataclass
class Discount:
    rate: float

    def __call__(self, price: float) -> float:
        return price * self.rate
