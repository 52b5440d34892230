"""What is for sale."""

from decimal import Decimal

from shop.models import Product

PRODUCTS = {
    product.sku: product
    for product in (
        Product("mug-01", "Stoneware mug", Decimal("12.50"), "kitchen"),
        Product("pan-07", "Cast iron pan", Decimal("49.00"), "kitchen"),
        Product("tea-12", "Green tea, 100 g", Decimal("6.20"), "food"),
        Product("jam-03", "Plum jam", Decimal("4.80"), "food"),
        Product("lamp-2", "Desk lamp", Decimal("38.90"), "home"),
    )
}


def find_product(sku: str) -> Product:
    """The product with this number; raises KeyError when there is none."""
    return PRODUCTS[sku]


def in_category(category: str) -> list[Product]:
    """All products of a category, cheapest first."""
    return sorted(
        (product for product in PRODUCTS.values() if product.category == category),
        key=lambda product: product.price,
    )
