from textwrap import dedent

import tdom
import tdom as t
from tdom import html
from tdom import html as h

ROW = "<li>%s</li>"
FRAME = "<main>{body}</main>"
render = tdom.html


def pages(name, rows, fancy):
    html(f"<p>{name}</p>")  # breaks here
    h(rf"<p>{name}\d</p>")  # breaks here
    tdom.html(f"""<p>{name}</p>""")  # breaks here
    t.html("<p>" f"{name}" "</p>")  # breaks here
    render("<p>%s</p>" % name)  # breaks here
    html(ROW % name)  # breaks here
    html("<p>{}</p>".format(name))  # breaks here
    html(FRAME.format(body=name))  # breaks here
    html("<p>" + name + "</p>")  # breaks here
    html(t"<p>" + f"{name}")  # breaks here
    html("".join(f"<li>{row}</li>" for row in rows))  # breaks here
    html(dedent(f"<p>{name}</p>"))  # breaks here
    html(f"<p>{name}</p>".strip())  # breaks here
    html(f"<b>{name}</b>" if fancy else t"<p>{name}</p>")  # breaks here
    html(
        f"<p>{name}</p>",  # breaks here
        context=rows,
    )
    body = f"<p>{name}</p>"
    html(body)  # breaks here
    text = ""
    for row in rows:
        text += f"<li>{row}</li>"
    html(text)  # breaks here
    page = t"<p></p>"
    if fancy:
        page = f"<b>{name}</b>"
    html(page)  # breaks here
    html(banner := f"<p>{name}</p>")  # breaks here
    return banner
