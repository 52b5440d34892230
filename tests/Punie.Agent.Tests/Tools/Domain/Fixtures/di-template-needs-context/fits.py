from dataclasses import dataclass

import tdom
from parts import Plain, UserList
from svcs_di import Inject, injectable
from tdom import Node, html


class Database: ...


@dataclass
class Page:
    database: Inject[Database]

    def __call__(self) -> Node:
        rows = [html(t"<li>{row}</li>") for row in self.database]
        title = html(t"<h1>title</h1>")
        return html(t"<main>{title}{rows}{html(t'<hr>')}<{Plain} /></main>", context=self.database)


@dataclass
class Static:
    def __call__(self) -> Node:
        return html(t"<p></p>")


@injectable
@dataclass
class Mailer:
    database: Inject[Database]

    def text(self) -> str:
        return str(html(t"<p></p>"))


def show(items, context, options) -> Node:
    html(t"<{Plain} />")
    html(t"<!-- <{UserList} /> -->")
    html(t"<{UserList} items={items} />", **options)
    return tdom.html(t"<{UserList} items={items} />", context=context)
