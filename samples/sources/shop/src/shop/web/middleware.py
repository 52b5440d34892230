"""Steps around the rendering of components."""

from dataclasses import dataclass, field
from typing import Any

from tdom_svcs import hookable, middleware


@middleware(categories=["logging"])
@dataclass
class RenderLog:
    """Remembers which components were rendered."""

    names: list[str] = field(default_factory=list)

    def __call__(
        self, target: type, props: dict[str, Any], context: object
    ) -> dict[str, Any] | None:
        self.names.append(target.__name__)
        return props


@middleware(categories=["security"])
@dataclass
class RequireCustomer:
    """Stops components that need a customer when there is none."""

    def __call__(
        self, target: type, props: dict[str, Any], context: object
    ) -> dict[str, Any] | None:
        needs_customer = "customer" in getattr(target, "__annotations__", {})
        return None if needs_customer and props.get("customer") is None else props


@hookable(categories=["security", "logging"])
@dataclass
class AccountPage:
    """A page that only a customer sees."""

    customer: str
