from fastapi import FastAPI
from starlette.routing import Route

app = FastAPI()

routes = [
    Route("/items/{}", print),  # breaks here
    Route("/carts/{ }", print),  # breaks here
]


@app.get("/orders/{:int}")  # breaks here
def orders(): ...
