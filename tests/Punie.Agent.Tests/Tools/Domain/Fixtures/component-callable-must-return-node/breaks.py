from dataclasses import dataclass

from tdom import Node, html


@dataclass
class Title:
    text: str

    def __call__(self) -> str:  # breaks here
        return self.text


@dataclass
class Card:
    def __call__(self):  # breaks here
        return html(t"<div></div>")


@dataclass
class Many:
    def __call__(self) -> list[Node]:  # breaks here
        return [html(t"<p></p>")]


@dataclass
class Either:
    def __call__(self) -> Node | str:  # breaks here
        return html(t"<p></p>")
