from fastapi import FastAPI
from starlette.routing import Route

app = FastAPI()
TEXT = "nothing in {}".format("it")

routes = [
    Route("/items/{id}", print),
    Route("/carts/", print),
]


@app.get("/orders/{id:int}", responses={})
def orders(id): ...
