from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from svcs_di import Inject, injectable

if TYPE_CHECKING:
    from parts import Stock


@injectable
@dataclass
class Catalog:
    stock: Inject[Stock]  # breaks here


@injectable
@dataclass
class Itself:
    other: Inject["Itself"]  # breaks here


@injectable
@dataclass
class First:
    second: Inject["Second"]  # breaks here


@injectable
@dataclass
class Second:
    third: Inject["Third"]


@injectable
@dataclass
class Third:
    def __init__(self, first: Inject[First]):
        self.first = first
