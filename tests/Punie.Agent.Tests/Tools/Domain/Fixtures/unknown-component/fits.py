import parts
from another_package import Chart
from parts import Card as ProductCard
from parts import Icon
from tdom import html

COMPONENTS = {"card": ProductCard}


def page(limit, Layout):
    for Part in COMPONENTS.values():
        html(t"<{Part} title='x' />")
    query = t"select * from sales where amount <{limit}"
    return html(t"""
        <!-- <{Removed} /> -->
        <script>if (a <{limit}) { '<{Nowhere} />' }</script>
        <p title="<{Quoted} />">{limit} < {limit}</p>
        <{ProductCard} title="x" />
        <{parts.Card} title="x" />
        <{Chart} data={query} />
        <{Layout}><{Later} /></{Layout}>
        <{Icon} name="cart" />
    """)


def Later():
    return html(t"<p></p>")
