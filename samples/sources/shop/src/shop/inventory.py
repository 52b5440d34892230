"""Stock and reservations."""

from typing import Dict

from shop.models import Product


class OutOfStockError(Exception):
    """There is less in stock than was asked for."""

    def __init__(self, sku: str, wanted: int, available: int) -> None:
        super().__init__(f"{sku}: wanted {wanted}, only {available} in stock")
        self.sku = sku
        self.wanted = wanted
        self.available = available


class Inventory:
    """Counts pieces by product number."""

    def __init__(self, stock: Dict[str, int]) -> None:
        self._stock = dict(stock)
        self._reserved: dict[str, int] = {}

    def available(self, sku: str) -> int:
        """Pieces that can still be reserved."""
        return self._stock.get(sku, 0) - self._reserved.get(sku, 0)

    def reserve(self, product: Product, quantity: int) -> None:
        """Keeps pieces for an order."""
        available = self.available(product.sku)
        if quantity > available:
            raise OutOfStockError(product.sku, quantity, available)
        self._reserved[product.sku] = self._reserved.get(product.sku, 0) + quantity

    def release(self, product: Product, quantity: int) -> None:
        """Gives reserved pieces back."""
        reserved = self._reserved.get(product.sku, 0)
        self._reserved[product.sku] = max(0, reserved - quantity)

    def ship(self, product: Product, quantity: int) -> None:
        """Takes reserved pieces out of the stock."""
        before = self._stock[product.sku]
        self.release(product, quantity)
        self._stock[product.sku] -= quantity

    def low_stock(self, limit: int = 3) -> list[str]:
        """Product numbers with fewer pieces than the limit, sorted."""
        return sorted([sku for sku in self._stock if self.available(sku) < limit])
