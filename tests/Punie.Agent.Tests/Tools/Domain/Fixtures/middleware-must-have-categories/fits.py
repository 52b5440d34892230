from dataclasses import dataclass

from aiohttp import web
from fastapi import FastAPI
from settings import CATEGORIES, OPTIONS, Category
from tdom_svcs import hookable, middleware
from tdom_svcs import middleware as step

app = FastAPI()
OWN = ("logging", "security")


@middleware(categories=["logging"])
def a(target, props, context):
    return props


@step(categories=("logging",))
def b(target, props, context):
    return props


@middleware(categories={"logging"})
def c(target, props, context):
    return props


@middleware(categories=frozenset({"logging"}))
def d(target, props, context):
    return props


@middleware(categories=OWN)
def e(target, props, context):
    return props


@middleware(categories=CATEGORIES)
def f(target, props, context):
    return props


@middleware(**OPTIONS)
def g(target, props, context):
    return props


@middleware(["logging"])
def h(target, props, context):
    return props


@middleware(categories=[Category.LOGGING])
def i(target, props, context):
    return props


@hookable(categories=["logging"])
@dataclass
class Page:
    name: str


@app.middleware("http")
async def add_header(request, call_next):
    return await call_next(request)


@web.middleware
async def errors(request, handler):
    return await handler(request)
