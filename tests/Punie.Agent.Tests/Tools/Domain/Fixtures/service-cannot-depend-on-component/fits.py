from dataclasses import dataclass

from parts import Card, Clock, Users
from svcs_di import Inject, injectable
from tdom import Node, html


@injectable
@dataclass
class Mailer:
    users: Inject[Users]
    clock: Inject[Clock]
    kind: type[Card] = Card


@dataclass
class Page:
    mailer: Inject[Mailer]
    card: Card

    def __call__(self) -> Node:
        return html(t"<main>{self.card}</main>", context=self.mailer)
