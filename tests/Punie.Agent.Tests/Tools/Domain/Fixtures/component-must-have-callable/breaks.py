from dataclasses import dataclass

from tdom import html


@dataclass
class Menu:  # breaks here
    items: list[str]

    def render(self):
        return html(t"<nav>{self.items}</nav>")
