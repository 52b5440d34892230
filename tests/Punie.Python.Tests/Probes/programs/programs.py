class Account:
    interest = 0.02
    def __init__(self, owner, balance=0): self.owner = owner; self._b = balance; self.hist = []
    @property
    def balance(self): return self._b
    def deposit(self, amt):
        if amt <= 0: raise ValueError(f"invalid amount: {amt}")
        self._b += amt; self.hist.append(("dep", amt)); return self
    def withdraw(self, amt):
        if amt > self._b: raise InsufficientFunds(self._b, amt)
        self._b -= amt; self.hist.append(("wd", amt)); return self
    def __repr__(self): return f"{type(self).__name__}({self.owner!r}, {self._b:.2f})"
    def __lt__(self, o): return self._b < o._b
    def __iter__(self): return iter(self.hist)
class InsufficientFunds(Exception):
    def __init__(self, have, need): super().__init__(f"need {need}, have {have}"); self.short = need - have
class Savings(Account):
    def __init__(self, *a, rate=0.05, **k): super().__init__(*a, **k); self.rate = rate
    def add(self): self.deposit(self.balance * self.rate)
a = Account("ann", 100); s = Savings("sam", 200, rate=0.1); s.add(); a.deposit(50).withdraw(30)
print(a, s, sorted([s, a]), list(a), max(a, s).owner)
for f in (lambda: a.withdraw(1e6), lambda: a.deposit(-1), lambda: setattr(a, "balance", 5)):
    try: f()
    except InsufficientFunds as e: print("IF", e, e.short)
    except (ValueError, AttributeError) as e: print(type(e).__name__, e)
class Node:
    def __init__(self, v, nxt=None): self.v = v; self.nxt = nxt
class LL:
    def __init__(self, it=()): self.h = None; self.n = 0; [self.push(x) for x in it]
    def push(self, v): self.h = Node(v, self.h); self.n += 1
    def __iter__(self):
        c = self.h
        while c: yield c.v; c = c.nxt
    def __len__(self): return self.n
    def __getitem__(self, i):
        if isinstance(i, slice): return list(self)[i]
        for j, v in enumerate(self):
            if j == i: return v
        raise IndexError(f"index {i} out of range")
    def __contains__(self, v): return any(x == v for x in self)
    def __repr__(self): return " -> ".join(map(str, self)) or "empty"
l = LL("abc"); print(l, len(l), l[1], "b" in l, l[:2], list(reversed(list(l))), LL())
try: l[9]
except IndexError as e: print(e)
class Matrix:
    def __init__(self, r): self.r = [list(x) for x in r]
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(x, y)) for y in zip(*o.r)] for x in self.r])
    def __mul__(self, k): return Matrix([[v * k for v in x] for x in self.r])
    __rmul__ = __mul__
    def __eq__(self, o): return self.r == o.r
    def __str__(self): return "\n".join(" ".join(f"{v:3d}" for v in x) for x in self.r)
    def T(self): return Matrix(zip(*self.r))
m = Matrix([[1, 2], [3, 4]]); print(m @ m); print(2 * m == m * 2, m.T().r)
def parse(s):
    toks = s.replace("(", " ( ").replace(")", " ) ").split(); pos = 0
    def expr():
        nonlocal pos
        t = toks[pos]; pos += 1
        if t == "(":
            out = []
            while toks[pos] != ")": out.append(expr())
            pos += 1; return out
        try: return int(t)
        except ValueError: return t
    return expr()
def ev(e):
    match e:
        case int(): return e
        case ["+", *xs]: return sum(map(ev, xs))
        case ["*", a, b]: return ev(a) * ev(b)
        case ["if", c, t, f]: return ev(t) if ev(c) else ev(f)
        case _: raise SyntaxError(f"bad {e}")
print(parse("(+ 1 (* 2 3))"), ev(parse("(+ 1 (* 2 3) (if 0 1 9))")))
try: ev(["?"])
except SyntaxError as e: print(type(e).__name__, e, e.msg)
from collections import defaultdict
g = defaultdict(list)
for a, b in [("a", "b"), ("b", "c"), ("a", "d"), ("d", "c")]: g[a].append(b)
def paths(s, t, seen=()):
    if s == t: yield (*seen, t)
    for n in g.get(s, []):
        if n not in seen: yield from paths(n, t, (*seen, s))
print(list(paths("a", "c")), dict(g))
def primes():
    comp = {}; n = 2
    while True:
        if n not in comp: yield n; comp[n * n] = [n]
        else:
            for p in comp.pop(n): comp.setdefault(p + n, []).append(p)
        n += 1
from itertools import islice
print(list(islice(primes(), 10)))
def hanoi(n, a="A", b="B", c="C"): return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(hanoi(5), sorted("the quick brown fox".split(), key=lambda w: (-len(w), w)), {w: len(w) for w in "a bb ccc".split()}, "".join(chr((ord(c) - 97 + 13) % 26 + 97) for c in "hello"))
