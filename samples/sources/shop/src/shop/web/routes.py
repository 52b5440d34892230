"""Which address shows what."""

from collections.abc import Callable
from dataclasses import dataclass

from tdom import Node, html

from shop.cart import Cart
from shop.catalog import find_product, in_category
from shop.web.components import ProductCard
from shop.web.services import CatalogService


@dataclass(frozen=True)
class Route:
    """A pattern and the function that answers it."""

    path: str
    handler: Callable[..., Node]
    name: str


def home() -> Node:
    """The start page."""
    cards = [ProductCard(product)() for product in in_category("kitchen")]
    return html(t"<main>{cards}</main>")


def show_product(sku: str) -> Node:
    """One product."""
    return ProductCard(find_product(sku), featured=True)()


def search(text: str) -> Node:
    """Products that contain a text."""
    cards = [ProductCard(product)() for product in CatalogService().search(text)]
    return html(t"<main>{cards}</main>")


def show_cart(cart: Cart) -> Node:
    """How much is in the cart."""
    return html(t"<main>{cart.item_count} items</main>")


ROUTES = [
    Route("/", home, "home"),
    Route("/products/{sku}", show_product, "product"),
    Route("/search/{text}", search, "search"),
    Route("/cart", show_cart, "cart"),
]
