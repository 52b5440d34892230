"""From a cart to an order."""

from enum import Enum
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from shop.cart import Cart, CartLine
from shop.inventory import Inventory, OutOfStockError
from shop.models import Customer
from shop.pricing import cart_total

_numbers = count(1001)


class OrderStatus(Enum):
    """Where an order stands."""

    PLACED = "placed"
    SHIPPED = "shipped"
    CANCELLED = "cancelled"


@dataclass
class Order:
    """A cart that was bought."""

    number: int
    customer: Customer
    lines: list[CartLine]
    total: Decimal
    status: OrderStatus = OrderStatus.PLACED

    def cancel(self, inventory: Inventory) -> None:
        """Gives the pieces back, unless they are on their way."""
        if self.status is OrderStatus.SHIPPED:
            raise ValueError(f"order {self.number} was already shipped")
        for line in self.lines:
            inventory.release(line.product, line.quantity)
        self.status = OrderStatus.CANCELLED


def place_order(cart: Cart, customer: Customer, inventory: Inventory, voucher: str = "") -> Order:
    """Reserves every line and makes an order; reserves nothing when one line is out of stock."""
    if not cart.lines:
        raise ValueError("the cart is empty")
    done: list[CartLine] = []
    try:
        for line in cart.lines:
            inventory.reserve(line.product, line.quantity)
            done.append(line)
    except OutOfStockError:
        for line in done:
            inventory.release(line.product, line.quantity)
        raise
    usable = voucher if customer.has_voucher(voucher) else ""
    return Order(next(_numbers), customer, list(cart.lines), cart_total(cart, usable))


def shipping_label(order: Order) -> str:
    """The text on the parcel."""
    address = order.customer.address
    return f"{order.customer.name}\n{address.street}\n{order.customer.email}"
