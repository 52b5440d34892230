"""Routes with mistakes."""

from starlette.routing import Route


def show(request):
    """Answers every route."""


ROUTES = [
    Route("/", show),
    Route("products/{sku}", show),
    Route("/products/{sku", show),
    Route("/orders/{}", show),
    Route("/orders/{number:integer}", show),
    Route("/customers/{id}/orders/{id}", show),
    Route("/", show),
]
