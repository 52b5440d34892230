from decimal import Decimal

import pytest

from shop.cart import Cart, CartLine
from shop.models import Product
from shop.pricing import bulk_discount, cart_total, shipping_cost, voucher_value


def test_total_adds_shipping(cart: Cart) -> None:
    assert cart_total(cart) == Decimal("36.10")


def test_total_takes_a_voucher_off(cart: Cart) -> None:
    assert cart_total(cart, "welcome5") == Decimal("31.10")


def test_bulk_discount_starts_at_ten_pieces(mug: Product) -> None:
    assert bulk_discount(CartLine(mug, 10)) == Decimal("12.50")


def test_no_bulk_discount_for_a_few_pieces(mug: Product) -> None:
    assert bulk_discount(CartLine(mug, 3)) == 0


@pytest.mark.parametrize(
    ("subtotal", "cost"), [("0", "0"), ("49.99", "4.90"), ("50.00", "0")]
)
def test_shipping_is_free_from_fifty(subtotal: str, cost: str) -> None:
    assert shipping_cost(Decimal(subtotal)) == Decimal(cost)


def test_a_voucher_is_worth_at_most_the_subtotal() -> None:
    assert voucher_value("SPRING10", Decimal("7.00")) == Decimal("7.00")


@pytest.mark.skip(reason="tax rates by country are not decided yet")
def test_tax_depends_on_the_country() -> None:
    raise NotImplementedError
