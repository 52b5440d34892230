from dataclasses import dataclass
@dataclass
class Pt: x: int; y: int
class Node:
    __match_args__ = ("val", "next")
    def __init__(self, val, next=None): self.val, self.next = val, next
def m(v):
    match v:
        case None | True | False: return "const"
        case 0: return "zero"
        case int(n) if n > 100: return f"big {n}"
        case int() | float(): return "num"
        case str() as s if s.startswith("!"): return f"cmd {s[1:]}"
        case "": return "empty"
        case ["go", ("n" | "s") as d]: return f"go {d}"
        case ["go", *rest] if rest: return f"go? {rest}"
        case [x, y]: return f"pair {x},{y}"
        case [first, *_, last]: return f"{first}..{last}"
        case []: return "nil"
        case {"type": "a", "v": [int(a), *_], **rest}: return f"a {a} {rest}"
        case {"type": t}: return f"type {t}"
        case {}: return "dict"
        case Pt(0, 0): return "origin"
        case Pt(x=0, y=yy): return f"yaxis {yy}"
        case Pt(x, y) if x == y: return f"diag {x}"
        case Pt(): return "pt"
        case Node(v, Node(w)): return f"nodes {v} {w}"
        case Node(val=v): return f"node {v}"
        case bytes(): return "bytes"
        case _: return "other"
for v in [None, True, 0, 500, 5, 2.5, "!ls", "", "x", ["go", "n"], ["go", "x", "y"], [1, 2], (1, 2, 3), [], {"type": "a", "v": [1, 2], "z": 3}, {"type": "b"}, {}, {"q": 1}, Pt(0, 0), Pt(0, 4), Pt(2, 2), Pt(1, 2), Node(1, Node(2)), Node(1), b"x", {1}, range(3), iter([1]), "ab"]:
    print(m(v), end="; ")
print()
match (1, (2, [3, 4])):
    case (a, (b, [c, *d])): print(a, b, c, d)
match {"a": {"b": 1}}:
    case {"a": {"b": z}}: print(z)
match -5:
    case -5: print("neg")
match 3+4j:
    case 3+4j: print("cx")
import math
match math.pi:
    case math.pi: print("pi")
match 5:
    case x: print("cap", x)
try:
    match Pt(1, 2):
        case Pt(1, 2, 3): pass
except TypeError as e: print(e)
try:
    match 5:
        case int(1, 2): pass
except TypeError as e: print(e)
try:
    match 5:
        case math(): pass
except TypeError as e: print(e)
match "abc":
    case str(s): print("s", s)
match {"k": 1, "l": 2}:
    case {"k": 1, **r}: print(r)
match [1, [2, 3]]:
    case [int() as i, [*inner]]: print(i, inner)
match (x := 5):
    case 1 | 2: print("low")
    case _ if x > 4: print("hi")
def f(*args, **kw):
    match args, kw:
        case (), {}: return "none"
        case (a,), {}: return f"one {a}"
        case _, {"k": k}: return f"k {k}"
print(f(), f(1), f(1, 2, k=3), f(1, 2))
