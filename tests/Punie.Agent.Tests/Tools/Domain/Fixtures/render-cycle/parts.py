from __future__ import annotations

from dataclasses import dataclass

import breaks
from tdom import Node, html


@dataclass
class Sidebar:
    def __call__(self) -> Node:
        return html(t"<aside><{breaks.Layout} /></aside>")
