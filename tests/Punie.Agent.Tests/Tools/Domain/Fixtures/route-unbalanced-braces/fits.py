from aiohttp import web
from fastapi import FastAPI

app = FastAPI()
years = web.RouteTableDef()
MESSAGE = "{unfinished"


@app.get("/items/{id}/{part:path}")
def items(id, part):
    return "{" + MESSAGE.format()


@years.get(r"/years/{year:\d{4}}")
def year(): ...


@app.get(f"/prefix{MESSAGE}")
def built(): ...
