class P:
    def __init__(s, a): s.a = a
    def __eq__(s, o): return isinstance(o, P) and s.a == o.a
    def __hash__(s): return hash(s.a)
    def __repr__(s): return f"P({s.a})"
d = {P(1): "x", P(2): "y"}
print(d[P(1)], P(2) in d, {P(1), P(1), P(3)}, P(1) in [P(0), P(1)], [P(1), P(2)].index(P(2)), [P(1)].count(P(1)), (P(1),) == (P(1),))
class Bad:
    def __hash__(s): return "x"
try: hash(Bad())
except TypeError as e: print(e)
class Bad2:
    def __eq__(s, o): return True
try: {Bad2(): 1}
except TypeError as e: print(e)
class BadLen:
    def __len__(s): return -1
class BadLen2:
    def __len__(s): return "a"
class BadBool:
    def __bool__(s): return 1
class BadStr:
    def __str__(s): return 1
class BadRepr:
    def __repr__(s): return None
class BadIter:
    def __iter__(s): return 5
class BadIdx:
    def __index__(s): return "a"
class BadFmt:
    def __format__(s, spec): return 1
for f in (lambda: len(BadLen()), lambda: len(BadLen2()), lambda: bool(BadBool()), lambda: str(BadStr()), lambda: repr(BadRepr()), lambda: iter(BadIter()), lambda: [1][BadIdx()], lambda: f"{BadFmt()}", lambda: bool(BadLen()), lambda: int(BadIdx()), lambda: float(BadStr()), lambda: "x" * BadIdx(), lambda: format(object(), "x"), lambda: f"{object():>3}", lambda: f"{[]:>3}", lambda: f"{None:>3}"):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
