from fastapi import FastAPI
from starlette.routing import Route

app = FastAPI()

routes = [
    Route("/items", print),
    Route("/items/{id}", print),
    Route("/items", print),  # breaks here
    Route("/items/{name}", print),  # breaks here
]


@app.get("/orders")
def orders(): ...


@app.api_route("/orders", methods=["GET", "POST"])  # breaks here
def orders_again(): ...


app.add_api_route("/orders", print, methods=["post"])  # breaks here
