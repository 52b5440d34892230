"""Writes a project of 1,000 modules in 40 packages, the same in each run.

usage: make_tree.py FOLDER
"""
import os
import random
import sys

WORDS = "order item price user stock total count query cache event field label point route scope state token value".split()


def name(rng):
    return "_".join(rng.sample(WORDS, 2))


def statement(rng, indent):
    a, b, c = name(rng), name(rng), name(rng)
    pad = " " * indent
    return rng.choice([
        f"{pad}{a} = {b}({c}, key={rng.randrange(100)})\n",
        f"{pad}if {a} == None:\n{pad}    {b} = [{c}.{a} for {c} in {b} if {c}.{a} > {rng.randrange(9)}]\n",
        f"{pad}print({a})\n",
        f"{pad}print(f\"{{{a}!r}} of {{{b}:>10}}\", {c})\n",
        f"{pad}for {a}, {b} in {c}.items():\n{pad}    self.{a}[{b}] += {a} * {rng.random():.3f}  # {name(rng)}\n",
        f"{pad}try:\n{pad}    {a} = {b}.{c}()\n{pad}except (KeyError, ValueError) as error:\n{pad}    raise RuntimeError(\"{a}\") from error\n",
        f"{pad}{a} = {{\"{b}\": {c}, \"{a}\": [{b}, {c}, {rng.randrange(999)}]}}\n",
        f"{pad}with open({a}, encoding=\"utf-8\") as {b}:\n{pad}    {c} = {b}.read().split(\"\\n\")\n",
        f"{pad}assert isinstance({a}, {b.title().replace('_', '')}), \"{c}\"\n",
    ])


def module(rng):
    text = [f'"""About {name(rng)} and {name(rng)}."""\n', "import os\n", "import sys\n", "from typing import Any\n"]
    for _ in range(rng.randrange(2, 5)):
        text.append(f"\n\nclass {name(rng).title().replace('_', '')}(Base):\n    \"\"\"Holds {name(rng)}.\"\"\"\n")
        for _ in range(rng.randrange(2, 6)):
            text.append(f"\n    def {name(rng)}(self, {name(rng)}: int, *args: Any, **options: Any) -> str | None:\n")
            text.extend(statement(rng, 8) for _ in range(rng.randrange(3, 12)))
            text.append(f"        return {name(rng)}\n")
    for _ in range(rng.randrange(1, 4)):
        text.append(f"\n\ndef {name(rng)}({name(rng)}, {name(rng)}2=None):\n")
        text.extend(statement(rng, 4) for _ in range(rng.randrange(3, 12)))
    return "".join(text)


rng = random.Random(1)
for number in range(1000):
    folder = os.path.join(sys.argv[1], f"package{number % 40:02}")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, f"module{number:04}.py"), "w", encoding="utf-8") as file:
        file.write(module(rng))
