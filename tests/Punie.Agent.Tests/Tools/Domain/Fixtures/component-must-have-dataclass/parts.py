from dataclasses import dataclass


@dataclass
class Base:
    name: str
