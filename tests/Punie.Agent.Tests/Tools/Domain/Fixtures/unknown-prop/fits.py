from dataclasses import dataclass

from other_package import Themed
from parts import Badge, Card, Panel
from tdom import html


@dataclass
class Own(Themed):
    name: str


@dataclass
class Field:
    for_: str
    class_: str = ""


def page(props, name):
    return html(t"""
        <{Card} title="x" featured tags={[]} database={props} />
        <{Badge} text="x" anything="goes" />
        <{Panel} heading-text="x" style="y"><p class="free" onclick="x">text</p></{Panel}>
        <{Own} name="x" theme="dark" />
        <{Field} for="name" class={"big"} />
        <{Card} title="colour=red <b size=3>" />
    """)
