from fastapi import FastAPI
from starlette.routing import Route

app = FastAPI()

routes = [
    Route("/carts/{cart_id}/items/{item_id}", print),
    Route("/id/{id}", print),
    Route("/other/{id}", print),
]


@app.get("/a/{x}/x/{y}")
def a(x, y): ...
