from dataclasses import dataclass

from svcs_di import Inject
from tdom import Node, html


class Users: ...


@dataclass
class UserList:
    items: list[str]
    users: Inject[Users]

    def __call__(self) -> Node:
        return html(t"<ul>{self.items}</ul>", context=self.users)


@dataclass
class Plain:
    def __call__(self) -> Node:
        return html(t"<p></p>")
