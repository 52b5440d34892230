from dataclasses import dataclass

from other_package import Rendered
from parts import Page
from svcs_di import injectable
from tdom import Node, html


@dataclass
class Menu:
    items: list[str]

    def __call__(self) -> Node:
        return self.render()

    def render(self) -> Node:
        return html(t"<nav>{self.items}</nav>")


@dataclass
class Alias:
    def render(self) -> Node:
        return html(t"<p></p>")

    __call__ = render


@dataclass
class Article(Page):
    def body(self) -> Node:
        return html(t"<article></article>")


class Foreign(Rendered):
    def body(self) -> Node:
        return html(t"<p></p>")


@injectable
@dataclass
class Mailer:
    def page(self, text: str) -> Node:
        return html(t"<p>{text}</p>")


@dataclass
class Product:
    name: str

    def html(self) -> str:
        return self.name


@dataclass
class Outer:
    @dataclass
    class Inner:
        def __call__(self) -> Node:
            return html(t"<p></p>")
