from dataclasses import dataclass

from parts import UserList
from svcs_di import Inject
from tdom import Node, html
from tdom import html as h


class Database: ...


@dataclass
class Page:
    database: Inject[Database]

    def __call__(self) -> Node:
        if self.database is None:
            return h(t"<p>nothing</p>")  # breaks here
        body = html(t"<main>{self.database}</main>")  # breaks here
        return body


def show(items) -> Node:
    return html(t"<{UserList} items={items} />")  # breaks here


def again() -> Node:
    template = t"<{Page} />"
    return html(template)  # breaks here
