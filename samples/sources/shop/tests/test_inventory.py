from shop.inventory import Inventory


def test_low_stock_lists_what_is_short(inventory: Inventory) -> None:
    assert inventory.low_stock() == ["tea-12"]
