"""Services with mistakes."""

from dataclasses import dataclass

from svcs_di import Inject, injectable


@dataclass
class Basket:
    """Injects without being injectable."""

    stock: Inject["Stock"]


@injectable
class Clock:
    """Not a data class."""

    zone: str = "UTC"


@injectable
@dataclass
class Stock:
    """Needs Orders, which needs it."""

    orders: Inject["Orders"]


@injectable
@dataclass
class Orders:
    """Injects a type that is imported nowhere."""

    stock: Inject[Stock]
    ledger: Inject[Ledger]
