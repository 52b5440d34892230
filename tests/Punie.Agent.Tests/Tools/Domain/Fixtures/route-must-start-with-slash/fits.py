from dataclasses import dataclass
from unittest import mock

import requests
from django.urls import path
from fastapi import APIRouter, FastAPI
from starlette.routing import Mount, Route

app = FastAPI()
router = APIRouter(prefix="/items")
PREFIX = "/api"
settings = {"items": 1}

routes = [
    Route("/", print),
    Route("/items", print, name="items"),
    Mount("", app=print),
    Mount("/static", app=print),
    path("articles/<int:year>/", print),
]


@router.get("")
def items(): ...


@app.get(f"{PREFIX}/items")
def other(): ...


@app.post("/items")
def create(): ...


@mock.patch("shop.cart.total")
def test_total(total): ...


@dataclass
class BusRoute:
    origin: str


def unrelated(session):
    settings.get("items")
    requests.get("example.org/items")
    session.post("items", json={})
    open("items")
    app.router.add_route("GET", "/login", print)
    app.router.add_get("/logout", print)
    BusRoute("north")
