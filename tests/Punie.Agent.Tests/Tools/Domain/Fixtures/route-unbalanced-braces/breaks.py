from fastapi import FastAPI
from starlette.routing import Route

app = FastAPI()

routes = [
    Route("/items/{id", print),  # breaks here
    Route("/items/id}", print),  # breaks here
    Route("/items/{{id}}", print),  # breaks here
]


@app.get("/carts/{cart/{item}")  # breaks here
def cart(): ...
