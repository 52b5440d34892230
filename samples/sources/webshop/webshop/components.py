"""Components with mistakes."""

from dataclasses import dataclass

from svcs_di import Inject
from tdom import Node, html

from webshop.services import Basket


@dataclass
class Price:
    """Fine: what the templates below get wrong."""

    amount: str
    currency: str = "EUR"

    def __call__(self) -> Node:
        return html(t"<b>{self.amount} {self.currency}</b>")


class Badge:
    """Not a data class."""

    label: str

    def __call__(self) -> Node:
        return html(t"<i>{self.label}</i>")


@dataclass
class Greeting:
    """Formats before html() can escape; does not say that it gives a node."""

    name: str

    def __call__(self) -> str:
        return html(f"<p>Hello {self.name}</p>")


@dataclass
class BasketView:
    """A missing prop, an unknown prop, an unknown component, and no context for what is injected."""

    basket: Inject[Basket]

    def __call__(self) -> Node:
        return html(t"<section><{Price} symbol='€' /><{Pricetag} amount='5' /></section>")


@dataclass
class Frame:
    """Renders what renders it."""

    def __call__(self) -> Node:
        return html(t"<main><{Panel} /></main>")


@dataclass
class Panel:
    """Renders what renders it."""

    def __call__(self) -> Node:
        return html(t"<div><{Frame} /></div>")
