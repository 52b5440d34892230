from fastapi import FastAPI
from starlette.routing import Route

app = FastAPI()

routes = [
    Route("/items/{id:integer}", print),  # breaks here
    Route("/items/{slug:Str}", print),  # breaks here
]


@app.get("/orders/{id:}")  # breaks here
def orders(id): ...
