"""Discounts, shipping and tax."""

from decimal import ROUND_HALF_UP, Decimal

from shop.cart import Cart, CartLine

TAX_RATE = Decimal("0.19")
BULK_QUANTITY = 10
BULK_DISCOUNT = Decimal("0.10")
SHIPPING = Decimal("4.90")
FREE_SHIPPING_FROM = Decimal("50.00")
VOUCHERS = {"WELCOME5": Decimal("5.00"), "SPRING10": Decimal("10.00")}


def to_cents(amount: Decimal) -> Decimal:
    """Rounds half up to whole cents."""
    return amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def bulk_discount(line: CartLine) -> Decimal:
    """What is taken off a line of BULK_QUANTITY pieces or more."""
    if line.quantity > BULK_QUANTITY:
        return to_cents(line.total * BULK_DISCOUNT)
    return Decimal(0)


def voucher_value(code: str, subtotal: Decimal) -> Decimal:
    """Value of a voucher, at most the subtotal; 0 when the code is unknown."""
    value = VOUCHERS.get(code.upper(), Decimal(0))
    return min(value, subtotal)


def shipping_cost(subtotal: Decimal) -> Decimal:
    """Free from a certain subtotal on, and for an empty cart."""
    if subtotal == 0 or subtotal >= FREE_SHIPPING_FROM:
        return Decimal(0)
    return SHIPPING


def included_tax(amount: Decimal) -> Decimal:
    """The tax that an amount contains."""
    return float(amount - amount / (1 + TAX_RATE))


def cart_total(cart: Cart, voucher: str = "") -> Decimal:
    """What the customer pays."""
    goods = cart.subtotal - sum((bulk_discount(line) for line in cart.lines), Decimal(0))
    goods -= voucher_value(voucher, goods)
    return to_cents(goods + shipping_cost(goods))
