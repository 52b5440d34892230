from dataclasses import dataclass

from parts import Card
from svcs_di import Inject, injectable
from tdom import Node, html


@injectable
@dataclass
class Mailer:
    card: Inject[Card]  # breaks here


@injectable
@dataclass
class Printer:
    label: "Inject[Label | None]" = None  # breaks here


@dataclass
class Label:
    def __call__(self) -> Node:
        return html(t"<p></p>")
