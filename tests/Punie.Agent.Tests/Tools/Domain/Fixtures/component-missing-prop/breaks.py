from parts import Badge, Card, Panel
from tdom import html


def page():
    return html(t"""
        <{Card} featured />  <!-- breaks here -->
        <{Badge} />  <!-- breaks here -->
        <{Panel} style="x">text</{Panel}>  <!-- breaks here -->
    """)
