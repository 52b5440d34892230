import pytest

from shop.cart import Cart
from shop.inventory import Inventory, OutOfStockError
from shop.models import Customer, Product
from shop.orders import OrderStatus, place_order, shipping_label


class TestPlacing:
    def test_reserves_the_pieces(
        self, cart: Cart, customer: Customer, inventory: Inventory
    ) -> None:
        place_order(cart, customer, inventory)
        assert inventory.available("mug-01") == 3

    def test_reserves_nothing_when_a_line_is_out_of_stock(
        self, cart: Cart, customer: Customer, inventory: Inventory, tea: Product
    ) -> None:
        cart.add(tea, 5)
        with pytest.raises(OutOfStockError):
            place_order(cart, customer, inventory)
        assert inventory.available("mug-01") == 5


def test_cancel_gives_the_pieces_back(
    cart: Cart, customer: Customer, inventory: Inventory
) -> None:
    order = place_order(cart, customer, inventory)
    order.cancel(inventory)
    assert order.status is OrderStatus.CANCELLED
    assert inventory.available("mug-01") == 5


def test_label_names_the_street(cart: Cart, customer: Customer, inventory: Inventory) -> None:
    assert "Mill Lane 3" in shipping_label(place_order(cart, customer, inventory))
