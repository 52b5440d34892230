import dataclasses
from dataclasses import dataclass

from attrs import define
from svcs_di import Inject, injectable


@injectable
@dataclass
class Users:
    pass


@injectable
@dataclasses.dataclass(frozen=True)
class Orders:
    users: Inject[Users]


@injectable
@define
class Carts:
    users: Inject[Users]


@injectable
class Admins(Users):
    def find(self, name: str) -> str:
        return name


class Plain:
    users: Users


@injectable
def make_users() -> Users:
    return Users()
