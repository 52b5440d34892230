"""The shop in a terminal."""

import argparse
import json
import sys

from shop.cart import Cart
from shop.catalog import PRODUCTS, find_product
from shop.pricing import cart_total


def list_products() -> int:
    """Prints what is for sale."""
    for product in PRODUCTS.values():
        print(f"{product.sku:8} {product.name:20} {product.price:>8}")
    return 0


def print_total(items: list[str], voucher: str) -> int:
    """Prints the price of items such as ``mug-01:2``."""
    cart = Cart()
    for item in items:
        sku, _, quantity = item.partition(":")
        try:
            cart.add(find_product(sku), int(quantity or 1))
        except KeyError:
            print(f"there is no product {sku}", file=sys.stderr)
            return 1
    print(cart_total(cart, voucher))
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="shop")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="what is for sale")
    total = commands.add_parser("total", help="price of some items")
    total.add_argument("items", nargs="+")
    total.add_argument("--voucher", default="")
    options = parser.parse_args(arguments)
    if options.command == "list":
        return list_products()
    else:
        return print_total(options.items, options.voucher)


if __name__ == "__main__":
    sys.exit(main())
