"""Reads file names; prints for each one line: ok and "line type name symbol roles binding", separated by tabs, or "!! error"."""
import _symtable
import re
import symtable
import sys
import tokenize
import warnings

warnings.simplefilter("ignore")
ROLES = [
    ("u", _symtable.USE), ("a", _symtable.DEF_LOCAL), ("p", _symtable.DEF_PARAM), ("i", _symtable.DEF_IMPORT),
    ("n", _symtable.DEF_ANNOT), ("g", _symtable.DEF_GLOBAL), ("o", _symtable.DEF_NONLOCAL),
]
BINDINGS = {
    _symtable.LOCAL: "Local", _symtable.CELL: "Cell", _symtable.FREE: "Free",
    _symtable.GLOBAL_EXPLICIT: "GlobalExplicit", _symtable.GLOBAL_IMPLICIT: "GlobalImplicit",
}


def dump(table, entries):
    raw = table._table
    for name, bits in raw.symbols.items():
        if name.startswith("."):
            continue
        roles = "".join(letter for letter, bit in ROLES if bits & bit) or "-"
        binding = BINDINGS[(bits >> _symtable.SCOPE_OFF) & _symtable.SCOPE_MASK]
        entries.append(f"{raw.lineno} {str(table.get_type())} {raw.name} {name} {roles} {binding}")
    for child in table.get_children():
        dump(child, entries)


for line in sys.stdin:
    try:
        with tokenize.open(line.strip()) as file:
            # With this feature CPython hides what stands in annotations; another one takes its place.
            text = re.sub(r"(?m)^(from __future__ import[^#\n]*?)\bannotations\b", r"\1generators", file.read())
        found = []
        dump(symtable.symtable(text, "file", "exec"), found)
        print("\t".join(["ok", *found]), flush=True)
    except Exception as error:
        print("!!", type(error).__name__, str(error).replace("\n", " "), flush=True)
