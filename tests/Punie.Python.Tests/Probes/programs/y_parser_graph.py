# bank + inventory + parser style programs
from __future__ import annotations
from dataclasses import dataclass, field
from typing import Iterator, Protocol, Callable
from collections import defaultdict, deque
import heapq, re, functools, itertools, operator
class Stack:
    def __init__(self, *items): self._items = list(items)
    def push(self, x) -> Stack: self._items.append(x); return self
    def pop(self):
        if not self: raise IndexError("pop from empty stack")
        return self._items.pop()
    def __bool__(self): return bool(self._items)
    def __iter__(self) -> Iterator: yield from reversed(self._items)
    def __repr__(self): return f"{self.__class__.__name__}({', '.join(map(repr, self._items))})"
    def __len__(self): return len(self._items)
    def __getitem__(self, i): return Stack(*self._items[i]) if isinstance(i, slice) else self._items[i]
    def __eq__(self, o): return type(o) is type(self) and self._items == o._items
s = Stack(1, "a").push(2.5); print(s, list(s), s[1:], s[-1], len(s), s == Stack(1, "a", 2.5), Stack.__hash__)
try: Stack().pop()
except IndexError as e: print(f"{type(e).__name__}: {e}")
TOK = re.compile(r"\s*(?:(?P<num>\d+\.?\d*)|(?P<op>[-+*/()^])|(?P<id>[a-z]\w*))")
def tokenize(t):
    pos = 0
    while pos < len(t):
        m = TOK.match(t, pos)
        if not m: raise SyntaxError(f"bad char {t[pos]!r} at {pos}")
        yield m.lastgroup, m[m.lastgroup]; pos = m.end()
class Parser:
    PREC = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv), "^": (3, operator.pow)}
    def __init__(self, text, env=None): self.toks = deque(tokenize(text)); self.env = env or {}
    def peek(self): return self.toks[0] if self.toks else (None, None)
    def atom(self):
        k, v = self.toks.popleft()
        match k, v:
            case "num", n: return float(n) if "." in n else int(n)
            case "id", name: return self.env[name]
            case "op", "-": return -self.atom()
            case "op", "(":
                r = self.expr(); self.toks.popleft(); return r
        raise SyntaxError(f"unexpected {v}")
    def expr(self, lvl=1):
        left = self.atom()
        while (t := self.peek())[0] == "op" and t[1] in self.PREC and self.PREC[t[1]][0] >= lvl:
            p, f = self.PREC[self.toks.popleft()[1]]
            left = f(left, self.expr(p + (t[1] != "^")))
        return left
for e in ["1+2*3", "2^3^2", "(1+2)*-x", "7/2-1.5", "1 $ 2", "y+1"]:
    try: print(e, "=", Parser(e, {"x": 4}).expr())
    except (SyntaxError, KeyError) as ex: print(e, "->", type(ex).__name__, ex)
graph = {"A": {"B": 1, "C": 4}, "B": {"C": 2, "D": 5}, "C": {"D": 1}, "D": {}}
def dijkstra(g, src):
    dist = {n: float("inf") for n in g}; dist[src] = 0; q = [(0, src)]; prev = {}
    while q:
        d, n = heapq.heappop(q)
        if d > dist[n]: continue
        for m, w in g[n].items():
            if (nd := d + w) < dist[m]: dist[m] = nd; prev[m] = n; heapq.heappush(q, (nd, m))
    return dist, prev
print(*dijkstra(graph, "A"))
@dataclass(order=True)
class Task:
    prio: int
    name: str = field(compare=False)
    deps: list[str] = field(default_factory=list, compare=False)
tasks = [Task(3, "c", ["a"]), Task(1, "a"), Task(2, "b", ["a", "c"])]
print(min(tasks), sorted(tasks)[0].name, [t.name for t in sorted(tasks, reverse=True)])
def topo(ts):
    done, out = set(), []
    def visit(n, path=()):
        if n in path: raise ValueError("cycle: " + " -> ".join((*path, n)))
        if n in done: return
        for d in next(t for t in ts if t.name == n).deps: visit(d, (*path, n))
        done.add(n); out.append(n)
    for t in ts: visit(t.name)
    return out
print(topo(tasks)); tasks[1].deps.append("b")
try: topo(tasks)
except ValueError as e: print(e)
words = "the cat sat on the mat the end".split()
idx = defaultdict(list)
for i, w in enumerate(words): idx[w].append(i)
print(dict(idx), max(idx, key=lambda k: (len(idx[k]), k)), {k: len(list(g)) for k, g in itertools.groupby(sorted(words, key=len), key=len)})
def memo(f):
    cache = {}
    @functools.wraps(f)
    def w(*a):
        if a not in cache: cache[a] = f(*a); w.misses += 1
        return cache[a]
    w.misses = 0; w.cache = cache
    return w
@memo
def lcs(a, b): return "" if not a or not b else a[0] + lcs(a[1:], b[1:]) if a[0] == b[0] else max(lcs(a[1:], b), lcs(a, b[1:]), key=len)
print(lcs("AGGTAB", "GXTXAYB"), lcs.misses, lcs.__name__, Task.__annotations__, Task.__doc__)
m = [[1, 2, 3], [4, 5, 6]]; print(list(zip(*m)), [list(r) for r in zip(*m[::-1])], sum(map(sum, m)), [x for r in m for x in r if x % 2], [[r[i] for r in m] for i in range(3)])
print(f"{'Name':<10}|{'Qty':>5}|{'Price':^10}|"); print(*(f"{n:<10}|{q:>5d}|{p:^10.2f}|" for n, q, p in [("bolt", 10, .5), ("nut", 200, 12.345)]), sep="\n")
