from dataclasses import dataclass

from svcs_di import injectable
from tdom import Node, html


@dataclass
class Card:
    def __call__(self) -> Node:
        return html(t"<b></b>")


@injectable
@dataclass
class Users:
    pass


@injectable
@dataclass
class Clock:
    def __call__(self) -> float:
        return 0.0
