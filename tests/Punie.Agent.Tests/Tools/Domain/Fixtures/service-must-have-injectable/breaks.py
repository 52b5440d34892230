from dataclasses import dataclass
from typing import Annotated

import svcs_di
from svcs_di import Inject


class Database: ...


@dataclass
class Users:  # breaks here
    database: Inject[Database]


@dataclass
class Orders:  # breaks here
    database: svcs_di.Inject[Database]


@dataclass
class Carts:  # breaks here
    database: Annotated[Inject[Database], "main"]


@dataclass
class Prices:  # breaks here
    database: "Inject[Database] | None" = None
