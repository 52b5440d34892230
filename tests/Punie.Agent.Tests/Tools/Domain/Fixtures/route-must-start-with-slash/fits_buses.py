from dataclasses import dataclass


@dataclass
class Route:
    origin: str
    stops: int


LINES = [Route("north", 4), Route("north", 4)]
