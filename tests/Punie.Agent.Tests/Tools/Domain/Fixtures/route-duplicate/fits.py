from fastapi import APIRouter, FastAPI
from starlette.routing import Mount, Route, WebSocketRoute

app = FastAPI()
carts = APIRouter(prefix="/carts")
items = APIRouter(prefix="/items")
METHODS = ["PUT"]

routes = [
    Mount("/a", routes=[Route("/", print)]),
    Mount("/b", routes=[Route("/", print)]),
    Route("/x", print),
    Route("/x", print, methods=["POST"]),
    Route("/x/{id:int}", print),
    Route("/x/{id}", print),
    Route("/x/", print),
    WebSocketRoute("/x", print),
    Route("/x", print, methods=METHODS),
]
others = [Route("/x", print)]


@carts.get("/")
@carts.get("/all")
def list_carts(): ...


@items.get("/")
def list_items(): ...


@carts.post("/")
def create_cart(): ...


def make_app():
    app = FastAPI()

    @app.get("/health")
    def health(): ...

    return app


@app.get("/health")
def health(): ...
