from dataclasses import dataclass

from tdom import Node, html


@dataclass
class Badge:
    text: str

    def __call__(self) -> Node:
        if not self.text:
            return html("<b>%s</b>" % self.text)  # breaks here
        return html(f"<b>{self.text}</b>")  # breaks here
