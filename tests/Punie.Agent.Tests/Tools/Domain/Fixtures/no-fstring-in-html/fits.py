import html as escaping

from lxml.html import html as parse
from tdom import html

TITLE = "shop"
PLAIN = "<hr>"


class Markdown:
    def html(self, text):
        return text


def pages(name, rows, document, fancy):
    html(t"<p>{name}</p>")
    html(rt"<p>{name}\d</p>")
    html(t"<p>" t"{name}</p>")
    html(t"<p>" + t"{name}</p>")
    html(t"<p title={f'about {name}'}>{f'{name}!'}</p>")
    html(t"<p>{'%s items' % len(rows)}</p>")
    html(t"<ul>{[html(t'<li>{row}</li>') for row in rows]}</ul>")
    html(PLAIN)
    html(document)
    html(t"<b></b>" if fancy else t"<p></p>", context=f"{name}")
    text = f"log {name}"
    print(text)
    text = t"<p>{name}</p>"
    html(text)
    page = t"<p></p>"
    html(page)
    page = f"later {name}"
    print(page)
    escaping.escape(f"<p>{name}</p>")
    parse(f"<p>{name}</p>")
    Markdown().html(f"<p>{name}</p>")
    document.html(f"<p>{name}</p>")
    print(f"{TITLE} {name}", "<p>" + name)
    return html(t"<p>{name}</p>")


def local():
    def html(text):
        return text

    return html(f"<p>{TITLE}</p>")
