"""Middleware with mistakes."""

from typing import Any

from tdom_svcs import middleware


@middleware
class Timing:
    """Says no category."""

    def __call__(self, target: type, props: dict[str, Any], context: object) -> dict[str, Any]:
        return props


@middleware(categories=["logging"])
class RenderLog:
    """Takes no context."""

    def __call__(self, target: type, props: dict[str, Any]) -> dict[str, Any]:
        return props
