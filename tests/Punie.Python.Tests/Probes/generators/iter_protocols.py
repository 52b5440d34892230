class Seq:
    def __init__(s, *v): s.v = v
    def __len__(s): return len(s.v)
    def __getitem__(s, i):
        if isinstance(i, slice): return Seq(*s.v[i])
        return s.v[i]
    def __repr__(s): return f"Seq{s.v}"
q = Seq(1, 2, 3)
print(list(q), 2 in q, list(reversed(q)), q[1:], q[-1], max(q), sum(q), sorted(q, reverse=True), [*q], dict(enumerate(q)), list(zip(q, q)), ",".join(map(str, q)), any(q), q.__len__(), tuple(q), set(q))
a, b, c = q; print(a, b, c)
it = iter(q); print(next(it), list(it), next(it, "end"))
class It:
    def __init__(s): s.n = 0
    def __iter__(s): return s
    def __next__(s):
        s.n += 1
        if s.n > 3: raise StopIteration("val")
        return s.n
print(list(It()), [x for x in It()], sum(It()), list(map(lambda x: x * 2, It())), dict(zip(It(), "abc")), list(enumerate(It(), 1)), 2 in It(), max(It()), [*It()], tuple(It()), sorted(It(), key=lambda x: -x))
def r():
    v = yield from It()
    print("v", v)
print(list(r()))
class NoIter: pass
for f in (lambda: list(NoIter()), lambda: iter(NoIter()), lambda: next(NoIter()), lambda: 1 in NoIter(), lambda: len(NoIter()), lambda: NoIter()[0], lambda: NoIter()(), lambda: reversed(NoIter()), lambda: NoIter() + 1, lambda: -NoIter(), lambda: NoIter() < NoIter(), lambda: int(NoIter()), lambda: float(NoIter()), lambda: [1][NoIter()], lambda: "a" * NoIter(), lambda: sorted([NoIter(), NoIter()]), lambda: sum([NoIter()]), lambda: abs(NoIter()), lambda: round(NoIter()), lambda: NoIter().x, lambda: setattr(NoIter(), 5, 1), lambda: {**NoIter()}, lambda: [*NoIter()], lambda: print(*NoIter()), lambda: dict(**NoIter()), lambda: str(NoIter(), "x"), lambda: bytes(NoIter()), lambda: range(NoIter()), lambda: ord(NoIter()), lambda: chr(NoIter()), lambda: hex(NoIter()), lambda: isinstance(1, NoIter()), lambda: "".join(NoIter()), lambda: "%d" % NoIter(), lambda: divmod(NoIter(), 1), lambda: pow(NoIter(), 1), lambda: NoIter() @ 1, lambda: ~NoIter(), lambda: min(NoIter()), lambda: all(NoIter()), lambda: enumerate(NoIter()), lambda: dict(NoIter()), lambda: set(NoIter()), lambda: "a" in NoIter(), lambda: getattr(NoIter(), "zz")):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ":", e)
try:
    x = NoIter(); x[0] = 1
except TypeError as e: print(e)
try: del x[0]
except TypeError as e: print(e)
try: x += 1
except TypeError as e: print(e)
try:
    for _ in x: pass
except TypeError as e: print(e)
try: a, b = x
except TypeError as e: print(e)
try:
    with x: pass
except TypeError as e: print(e)
try: raise x
except TypeError as e: print(e)
try:
    try: 1 / 0
    except x: pass
except TypeError as e: print(e)
