"""Components: data classes whose call gives a node."""

from dataclasses import dataclass
from decimal import Decimal

from svcs_di import Inject
from tdom import Node, html

from shop.cart import Cart
from shop.models import Product
from shop.web.services import CheckoutService


@dataclass
class PriceTag:
    """An amount of money."""

    amount: Decimal
    currency: str = "EUR"

    def __call__(self) -> Node:
        return html(t'<span class="price">{self.amount} {self.currency}</span>')


@dataclass
class ProductCard:
    """One product of the catalog."""

    product: Product
    featured: bool = False

    def __call__(self) -> Node:
        style = "card featured" if self.featured else "card"
        return html(t"""
            <article class={style}>
                <h2>{self.product.name}</h2>
                <{PriceTag} amount={self.product.price} />
            </article>
        """)


@dataclass
class CartView:
    """The cart with its total."""

    cart: Cart
    checkout: Inject[CheckoutService]

    def __call__(self) -> Node:
        rows = [
            html(t"<li>{line.quantity} x {line.product.name}</li>") for line in self.cart.lines
        ]
        total = self.checkout.price(self.cart)
        return html(
            t"<section><ul>{rows}</ul><{PriceTag} amount={total} /></section>",
            context=self.checkout,
        )
