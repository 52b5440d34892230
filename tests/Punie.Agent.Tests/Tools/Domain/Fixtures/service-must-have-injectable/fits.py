from dataclasses import dataclass
from typing import ClassVar, Protocol

import svcs_di
from svcs_di import Inject, injectable
from svcs_di import injectable as service
from tdom import Node, html


class Database: ...


@injectable
@dataclass
class Users:
    database: Inject[Database]


@service(for_=Database)
@dataclass
class Orders:
    database: Inject[Database]


@svcs_di.injectable
@dataclass
class Carts:
    database: Inject[Database]


@dataclass
class UserList:
    users: Inject[Users]

    def __call__(self) -> Node:
        return html(t"<ul>{self.users}</ul>", context=self.users)


class Store(Protocol):
    database: Inject[Database]


@dataclass
class Settings:
    database: str
    marker: ClassVar[Inject[Database]]


def make(database: Inject[Database]) -> Users:
    return Users(database)
