from dataclasses import dataclass, field

from tdom import Node, html


@dataclass
class Leaf:
    def __call__(self) -> Node:
        return html(t"<li></li>")


@dataclass
class Left:
    def __call__(self) -> Node:
        return html(t"<{Leaf} />")


@dataclass
class Right:
    def __call__(self) -> Node:
        return html(t"<{Leaf} /><{Left} />")


@dataclass
class Tree:
    children: list["Tree"] = field(default_factory=list)

    def __call__(self) -> Node:
        return html(t"<ul>{[html(t'<{Tree} />') for child in self.children]}</ul>")


@dataclass
class Countdown:
    left: int

    def __call__(self) -> Node:
        if self.left == 0:
            return html(t"<p>now</p>")
        return html(t"<{Countdown} left={self.left - 1} />")


@dataclass
class Optional:
    more: bool = False

    def __call__(self) -> Node:
        return html(t"<p>{html(t'<{Optional} />') if self.more else ''}</p>")
