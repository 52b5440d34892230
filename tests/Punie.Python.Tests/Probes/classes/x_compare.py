from functools import total_ordering
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o):
        if not isinstance(o, V): return NotImplemented
        return self.n == o.n
    def __lt__(self, o):
        if not isinstance(o, V): return NotImplemented
        return self.n < o.n
    def __repr__(self): return f"V({self.n})"
print(V(1) < V(2), V(1) <= V(1), V(3) > V(2), V(2) >= V(3), sorted([V(3), V(1)]), max(V(1), V(9)), V(1) == 1, V(1) != 1)
try:
    V(1) < 3
except TypeError as e:
    print(e)
try:
    hash(V(1))
except TypeError as e:
    print(e)
try:
    {V(1): 1}
except TypeError as e:
    print(e)
class R:
    def __eq__(self, o): return "eq"
    def __ne__(self, o): return "ne"
    def __lt__(self, o): return "lt"
    def __gt__(self, o): return "gt"
    def __le__(self, o): return "le"
    def __ge__(self, o): return "ge"
r = R()
print(r == 1, r != 1, r < 1, r > 1, r <= 1, r >= 1, 1 == r, 1 < r, 1 > r, 1 <= r, 1 != r)
class Sub(int):
    def __eq__(self, o): return "subeq"
    __hash__ = int.__hash__
print(1 == Sub(1), Sub(1) == 1, 1 < Sub(2))
for a, b in [(1, "a"), ([], ()), ({}, {}), (None, 1), (1j, 2j), ({1}, [1]), (b"a", "a"), (len, len)]:
    try:
        print(a < b)
    except TypeError as e:
        print(e)
