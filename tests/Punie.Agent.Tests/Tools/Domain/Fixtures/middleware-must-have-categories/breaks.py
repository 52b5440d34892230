from dataclasses import dataclass

import tdom_svcs
from tdom_svcs import hookable, middleware

NONE = []


@middleware
class Bare:  # breaks here
    def __call__(self, target, props, context):
        return props


@middleware()
def called(target, props, context):  # breaks here
    return props


@tdom_svcs.middleware(categories=[])
def empty(target, props, context):  # breaks here
    return props


@middleware(categories="logging")
def text(target, props, context):  # breaks here
    return props


@middleware(categories=(1, 2))
def numbers(target, props, context):  # breaks here
    return props


@middleware(categories=NONE)
def constant(target, props, context):  # breaks here
    return props


@middleware(categories=frozenset())
def frozen(target, props, context):  # breaks here
    return props


@hookable
@dataclass
class Page:  # breaks here
    name: str
