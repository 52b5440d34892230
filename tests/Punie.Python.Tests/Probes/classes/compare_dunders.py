class N:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v if isinstance(o, N) else NotImplemented
    def __lt__(s, o): return s.v < o.v if isinstance(o, N) else NotImplemented
    def __le__(s, o): return s.v <= o.v if isinstance(o, N) else NotImplemented
    def __repr__(s): return f"N{s.v}"
a, b = N(1), N(2)
print(a < b, a > b, a <= b, a >= b, a == b, a != b, a == 1, a != 1, sorted([b, a]), max(a, b), min(a, b))
for f in (lambda: a < 1, lambda: 1 < a, lambda: a >= 1, lambda: hash(a), lambda: {a}, lambda: {a: 1}):
    try: print(f())
    except TypeError as e: print(e)
print(N.__hash__)
from functools import total_ordering
@total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(T(1) >= T(0), T(1) > T(1), T(1) <= T(1))
class Chain:
    def __lt__(s, o): print("lt"); return []
    def __gt__(s, o): print("gt"); return "x"
c = Chain(); print(c < 1 < 2, 3 < c, c > 1)
