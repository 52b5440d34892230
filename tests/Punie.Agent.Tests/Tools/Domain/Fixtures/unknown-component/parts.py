from dataclasses import dataclass

from icons import *
from tdom import html


@dataclass
class Card:
    title: str

    def __call__(self):
        return html(t"<b>{self.title}</b>")


@dataclass
class PriceTag:
    def __call__(self):
        return html(t"<i></i>")
