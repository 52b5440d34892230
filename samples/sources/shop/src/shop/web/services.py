"""Services: made by the container, which fills the Inject fields."""

from dataclasses import dataclass, field
from decimal import Decimal

from svcs_di import Inject, injectable

from shop.cart import Cart
from shop.catalog import PRODUCTS
from shop.inventory import Inventory
from shop.models import Product
from shop.pricing import cart_total


@injectable
@dataclass
class CatalogService:
    """Looks products up."""

    products: dict[str, Product] = field(default_factory=lambda: dict(PRODUCTS))

    def search(self, text: str) -> list[Product]:
        """Products whose name contains a text, in any case."""
        wanted = text.casefold()
        return [product for product in self.products.values() if wanted in product.name.casefold()]


@injectable
@dataclass
class StockService:
    """Tells how many pieces there are."""

    inventory: Inject[Inventory]

    def is_available(self, product: Product) -> bool:
        """True when at least one piece is left."""
        return self.inventory.available(product.sku) > 0


@injectable
@dataclass
class CheckoutService:
    """Puts products into a cart and prices it."""

    catalog: Inject[CatalogService]
    stock: Inject[StockService]

    def price(self, cart: Cart, voucher: str = "") -> Decimal:
        """What the cart costs."""
        return cart_total(cart, voucher)

    def add(self, cart: Cart, sku: str) -> bool:
        """Adds one piece; False when none is left."""
        product = self.catalog.products[sku]
        if not self.stock.is_available(product):
            return False
        cart.add(product)
        return True
