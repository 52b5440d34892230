"""The nouns of the shop."""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Product:
    """Something that can be bought."""

    sku: str
    name: str
    price: Decimal
    category: str = "general"


@dataclass(frozen=True)
class Address:
    """Where a parcel goes."""

    street: str
    city: str
    postcode: str


@dataclass
class Customer:
    """Somebody who buys."""

    name: str
    email: str
    address: Address | None = None
    vouchers: list[str] = field(default_factory=list)

    def has_voucher(self, code: str) -> bool:
        """True when the customer holds a voucher, whatever its case."""
        return code.upper() in (voucher.upper() for voucher in self.vouchers)
