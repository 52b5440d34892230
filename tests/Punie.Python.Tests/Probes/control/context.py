class CM:
    def __init__(s, n, sup=False): s.n = n; s.sup = sup
    def __enter__(s): print("enter", s.n); return s
    def __exit__(s, t, v, tb): print("exit", s.n, t and t.__name__, v, tb is None); return s.sup
with CM(1) as a, CM(2) as b: print(a.n, b.n)
with CM(1, True): raise KeyError("k")
try:
    with CM(1), CM(2): raise ValueError("v")
except ValueError as e: print("caught", e)
with (CM(1) as a, CM(2, True) as b,): raise ValueError
for f in range(2):
    with CM(f):
        if f == 0: continue
        break
def g():
    with CM("r"): return "ret"
print(g())
try:
    with 5: pass
except TypeError as e: print(e)
class NE:
    def __enter__(s): pass
try:
    with NE(): pass
except TypeError as e: print(e)
except AttributeError as e: print("attr", e)
