from dataclasses import dataclass

from tdom import Node, html


@dataclass
class Badge:
    text: str
    color: str

    def __call__(self) -> Node:
        style = f"badge {self.color}"
        return html(t"<b class={style} title={f'about {self.text}'}>{self.text}</b>")

    def describe(self) -> str:
        return f"a badge {self.text}"


def outside(text: str) -> Node:
    return html(f"<i>{text}</i>")
