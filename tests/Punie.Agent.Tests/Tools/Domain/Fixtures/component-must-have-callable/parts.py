from dataclasses import dataclass

from tdom import Node, html


@dataclass
class Page:
    def __call__(self) -> Node:
        return html(t"<main>{self.body()}</main>")

    def body(self) -> Node:
        return html(t"")
