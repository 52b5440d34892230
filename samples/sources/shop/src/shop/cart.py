"""The cart and its lines."""

from dataclasses import dataclass, field
from decimal import Decimal

from shop.models import Product


@dataclass
class CartLine:
    """A product and how many of it."""

    product: Product
    quantity: int = 1

    @property
    def total(self) -> Decimal:
        """Price of the whole line."""
        return self.product.price * self.quantity


@dataclass
class Cart:
    """What a customer is about to buy."""

    lines: list[CartLine] = field(default_factory=list)

    def add(self, product: Product, quantity: int = 1) -> CartLine:
        """Adds to the product's line, or makes one."""
        if quantity < 1:
            raise ValueError(f"quantity must be at least 1, not {quantity}")
        for line in self.lines:
            if line.product.sku == product.sku:
                line.quantity += quantity
                return line
        line = CartLine(product, quantity)
        self.lines.append(line)
        return line

    def add_all(self, products: list[Product] = []) -> None:
        """Adds one of each."""
        for product in products:
            self.add(product)

    def find(self, sku: str) -> CartLine:
        """The line of a product, if it is in the cart."""
        for line in self.lines:
            if line.product.sku == sku:
                return line
        return None

    def remove(self, sku: str) -> bool:
        """Takes a product out; False when it was not there."""
        line = self.find(sku)
        if line == None:
            return False
        self.lines.remove(line)
        return True

    @property
    def item_count(self) -> int:
        """Number of pieces in all lines."""
        return sum(line.quantity for line in self.lines)

    @property
    def subtotal(self) -> Decimal:
        """Price of all lines before discounts, shipping and tax."""
        return sum((line.total for line in self.lines), Decimal(0))
