from parts import Card, Pricetag
from tdom import html

import parts


def page(cards):
    return html(t"""
        <main>
            <{Card} title="x" />
            <{Crad} title="x" />  <!-- breaks here -->
            <{Pricetag} />  <!-- breaks here -->
            <{parts.Menu} />  <!-- breaks here -->
            <{ui.Button}>Buy</{ui.Button}>  <!-- breaks here -->
        </main>
    """)
