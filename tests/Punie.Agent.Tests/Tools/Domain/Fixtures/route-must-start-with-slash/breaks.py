from fastapi import APIRouter, FastAPI
from starlette.routing import Mount, Route, WebSocketRoute

app = FastAPI()
router = APIRouter()
ABOUT = "about"

routes = [
    Route("home", print),  # breaks here
    Route("", print),  # breaks here
    Route(path="search", endpoint=print),  # breaks here
    Route(ABOUT, print),  # breaks here
    Mount("static", app=print),  # breaks here
    WebSocketRoute("live", print),  # breaks here
]


@app.get("items")  # breaks here
def items(): ...


@router.post(path="items/{id}")  # breaks here
async def create(id): ...


@app.route(f"api/{ABOUT}")  # breaks here
def api(): ...


app.add_route("cart", print)  # breaks here
app.add_api_route("orders", print)  # breaks here
app.router.add_route("GET", "login", print)  # breaks here
