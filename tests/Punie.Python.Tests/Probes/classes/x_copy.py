import copy
class P:
    def __init__(self, a, b): self.a, self.b = a, b
    def __eq__(self, o): return self.__dict__ == o.__dict__
p = P([1], {"k": [2]})
c, d = copy.copy(p), copy.deepcopy(p)
p.a.append(9)
print(c.a, d.a, c == p, d == p, type(d).__name__)
class C:
    def __init__(self): self.n = 0
    def __copy__(self):
        r = C(); r.n = self.n + 1
        return r
    def __deepcopy__(self, memo):
        r = C(); r.n = self.n + 100
        return r
print(copy.copy(C()).n, copy.deepcopy([C()])[0].n)
l = [1]; l.append(l)
m = copy.deepcopy(l)
print(m[1] is m, m)
a = [[1]] * 2
b = copy.deepcopy(a)
b[0].append(2)
print(b, b[0] is b[1])
class R:
    def __init__(self, x): self.x = x
    def __reduce__(self): return (R, (self.x * 2,))
print(copy.copy(R(2)).x, copy.deepcopy(R(3)).x)
class G:
    def __getstate__(self): return {"only": 1}
    def __setstate__(self, s): self.got = s
print(copy.copy(G()).got, copy.deepcopy(G()).got)
class S:
    __slots__ = ("q",)
s = S(); s.q = [1]
t = copy.deepcopy(s)
t.q.append(2)
print(s.q, t.q, copy.copy(s).q is s.q)
class D(dict): pass
dd = D(a=[1]); dd.extra = 5
e = copy.deepcopy(dd)
print(type(e).__name__, e, e.extra, copy.copy(dd).extra)
f = lambda: 0
print(copy.deepcopy(f) is f, copy.deepcopy(int) is int, copy.copy((1, [2])), copy.deepcopy((1, 2)), copy.copy(None), copy.copy({1}), copy.deepcopy(frozenset([1])))
print({1: 2}.copy(), [1].copy(), {3}.copy())
try:
    copy.copy((x for x in []))
except TypeError as e:
    print(e)
if hasattr(copy, "replace"):
    pass
print(copy.Error.__mro__[1].__name__)
