from decimal import Decimal

import pytest

from shop.cart import Cart
from shop.models import Product


def test_adding_twice_makes_one_line(mug: Product) -> None:
    cart = Cart()
    cart.add(mug)
    cart.add(mug, 2)
    assert [line.quantity for line in cart.lines] == [3]


def test_subtotal_counts_every_piece(cart: Cart) -> None:
    assert cart.subtotal == Decimal("31.20")
    assert cart.item_count == 3


@pytest.mark.parametrize("quantity", [0, -1])
def test_quantity_must_be_positive(mug: Product, quantity: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Cart().add(mug, quantity)


def test_remove_takes_the_line_out(cart: Cart) -> None:
    assert cart.remove("tea-12")
    assert cart.item_count == 2


def test_remove_of_an_unknown_product_says_so(cart: Cart) -> None:
    assert not cart.remove("pan-07")
