import copy
class P:
    def __init__(s, a, b): s.a = a; s.b = b
    def __eq__(s, o): return NotImplemented if not isinstance(o, P) else (s.a, s.b) == (o.a, o.b)
    def __repr__(s): return f"P({s.a!r}, {s.b!r})"
p = P(1, [2]); q = copy.copy(p); r = copy.deepcopy(p); q.b.append(3); print(p, q, r, p == q, p == r, p != r, p is q, p == 1, p != 1)
l = [1, [2, 3], {"a": [4]}]; m = copy.deepcopy(l); m[1].append(9); m[2]["a"].append(5); print(l, m, copy.copy(l) == l)
class D:
    def __copy__(s): return "copied"
    def __deepcopy__(s, memo): return "deep"
print(copy.copy(D()), copy.deepcopy(D()), copy.deepcopy([D()]))
rec = [1]; rec.append(rec); print(rec, copy.deepcopy(rec)); d = {}; d["d"] = d; print(d)
class T:
    pass
t = T(); t.x = 1; print(vars(t), t.__dict__, T.__name__, t.__class__.__name__, t.__module__, T.__qualname__, T.__dict__["__module__"], isinstance(t, object), hasattr(t, "x"), getattr(t, "y", None)); setattr(t, "y", 2); print(t.y); delattr(t, "y"); print(hasattr(t, "y")); t.__dict__["z"] = 5; print(t.z); t.__dict__.update(w=6); print(t.w, sorted(vars(t)))
t.__class__ = P; print(type(t).__name__)
