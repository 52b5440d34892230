from dataclasses import dataclass

from tdom import html


@dataclass
class Icon:
    name: str

    def __call__(self):
        return html(t"<i>{self.name}</i>")
