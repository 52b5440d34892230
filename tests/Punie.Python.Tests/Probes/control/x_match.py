from dataclasses import dataclass
from enum import Enum
@dataclass
class Pt:
    x: int
    y: int
class C(Enum):
    R = 1
    G = 2
class Cmd:
    __match_args__ = ("name", "arg")
    def __init__(self, name, arg=None): self.name, self.arg = name, arg
def m(v):
    match v:
        case 0 | 1: return "small"
        case -1: return "neg"
        case 1.5: return "float"
        case "a" | "b" as s: return f"str {s}"
        case None: return "none"
        case True: return "true"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, 2, *rest]: return f"12 {rest}"
        case [x, [y, *_], {"k": z}]: return f"nest {x}{y}{z}"
        case (a, b) if a == b: return "eq"
        case [first, *_, last]: return f"fl {first} {last}"
        case {"type": "p", "x": int(x), **rest}: return f"dict {x} {rest}"
        case {}: return "dict"
        case Pt(x=0, y=y): return f"pt0 {y}"
        case Pt(x, y) if x > 5: return f"big {x},{y}"
        case Pt(): return "pt"
        case C.R: return "red"
        case Cmd("go", arg=d): return f"go {d}"
        case Cmd(n): return f"cmd {n}"
        case str(): return "other str"
        case int() | float() as n: return f"num {n}"
        case bytes(b): return f"bytes {b}"
        case _: return "?"
for v in (0, True, 1, -1, 1.5, "a", "zz", None, [], [5], [1, 2, 3], (1, 2), (3, 3), (1, 5, 9), [9, [8, 7], {"k": 1}], {"type": "p", "x": 3, "q": 1}, {"type": "p", "x": "s"}, {}, Pt(0, 1), Pt(9, 1), Pt(1, 1), C.R, C.G, Cmd("go", 5), Cmd("stop"), 77, 2.5, b"x", {1}, range(3), "ab", 10**20, 3j):
    print(m(v), end="; ")
print()
match (1, (2, 3)):
    case (a, (b, c)): print(a, b, c)
match {"a": {"b": [1, {"c": 2}]}}:
    case {"a": {"b": [_, {"c": deep}]}}: print(deep)
try:
    match 5:
        case Pt(1, 2, 3): pass
    match Pt(1, 2):
        case Pt(1, 2, 3): pass
except TypeError as e:
    print(e)
match 5:
    case x if x < 3: print("no")
    case x: print("x", x)
match "hello world foo".split():
    case ["hello", *words]: print(words)
match = 5; case = 6; _ = 7; type = 8
print(match, case, _, type)
