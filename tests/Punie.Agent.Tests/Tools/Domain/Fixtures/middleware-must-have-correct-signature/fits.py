from typing import Any

from other_package import Step
from starlette.middleware import Middleware
from tdom_svcs import hookable, middleware


@middleware(categories=["a"])
class Plain:
    def __call__(self, target: type, props: dict[str, Any], context: object) -> dict[str, Any] | None:
        return props


@middleware(categories=["a"])
class Later:
    async def __call__(self, target, props, context, /, log=print):
        return props


@middleware(categories=["a"])
class Child(Plain):
    pass


@middleware(categories=["a"])
class Foreign(Step):
    pass


@middleware(categories=["a"])
class Anything:
    def __call__(self, target, *rest, **more):
        return None


@middleware(categories=["a"])
class Static:
    @staticmethod
    def __call__(target, props, context):
        return props


@middleware(categories=["a"])
def unused(_target, props, _context):
    return props


@hookable(categories=["a"])
class Page:
    def __call__(self):
        return None


class Timing(Middleware):
    def __call__(self, request):
        return request
