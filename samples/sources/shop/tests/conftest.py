"""What several tests need."""

from decimal import Decimal

import pytest

from shop.cart import Cart
from shop.inventory import Inventory
from shop.models import Address, Customer, Product


@pytest.fixture
def mug() -> Product:
    return Product("mug-01", "Stoneware mug", Decimal("12.50"), "kitchen")


@pytest.fixture
def tea() -> Product:
    return Product("tea-12", "Green tea, 100 g", Decimal("6.20"), "food")


@pytest.fixture
def cart(mug: Product, tea: Product) -> Cart:
    cart = Cart()
    cart.add(mug, 2)
    cart.add(tea)
    return cart


@pytest.fixture
def customer() -> Customer:
    address = Address("Mill Lane 3", "Ghent", "9000")
    return Customer("Ada", "ada@example.invalid", address, ["welcome5"])


@pytest.fixture
def inventory() -> Inventory:
    return Inventory({"mug-01": 5, "tea-12": 2})
