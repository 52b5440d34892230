from starlette.convertors import register_url_convertor
from starlette.routing import Route

register_url_convertor("date", print)

routes = [
    Route("/a/{x:int}", print),
    Route("/b/{x:str}", print),
    Route("/c/{x:float}", print),
    Route("/d/{x:path}", print),
    Route("/e/{x:uuid}", print),
    Route("/f/{x:date}", print),
    Route("/g/{x}", print),
    Route("/h/a:b", print),
]
