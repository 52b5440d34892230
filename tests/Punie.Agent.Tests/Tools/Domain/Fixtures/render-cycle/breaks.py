from dataclasses import dataclass

from parts import Sidebar
from tdom import Node, html


@dataclass
class Layout:
    def __call__(self) -> Node:
        return html(t"<main><{Sidebar} /></main>")  # breaks here


@dataclass
class Mirror:
    def __call__(self) -> Node:
        inner = t"<div><{Mirror} /></div>"  # breaks here
        return html(inner)


def Ping() -> Node:
    return html(t"<{Pong} />")  # breaks here


def Pong() -> Node:
    return html(t"<{Ping} />")
