from parts import Card, Panel
from tdom import html


def page(props):
    return html(t"""
        <{Card} title="x" colour="red" />  <!-- breaks here -->
        <{Card} {props} Title="x" />  <!-- breaks here -->
        <{Card} title="x" count={3} />  <!-- breaks here -->
        <{Panel} heading-text="x" on-click={props} />  <!-- breaks here -->
    """)
