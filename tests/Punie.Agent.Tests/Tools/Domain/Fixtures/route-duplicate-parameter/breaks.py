from fastapi import FastAPI
from starlette.routing import Route

app = FastAPI()

routes = [
    Route("/carts/{id}/items/{id}", print),  # breaks here
]


@app.get("/a/{x:int}/{x:str}")  # breaks here
def a(x): ...
