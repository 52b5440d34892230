class Meta: pass
class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return V(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __iadd__(self, o): self.x += o.x; return self
    def __neg__(self): return V(-self.x, -self.y)
    def __eq__(self, o): return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __repr__(self): return f"V({self.x}, {self.y})"
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __len__(self): return 2
    def __bool__(self): return bool(self.x or self.y)
    def __contains__(self, v): return v in (self.x, self.y)
    def __call__(self, *a, **k): return (a, k)
    def __lt__(self, o): return self.x < o.x
    def __format__(self, s): return f"<{s}>"
a, b = V(1, 2), V(3, 4)
print(a + b, sum([a, b]), 3 * a, a * 2, -a, a == V(1, 2), a != b, {a: 1}[V(1, 2)], a[0], a[-1], len(a), bool(V(0, 0)), 2 in a, a(1, k=2), sorted([b, a]), f"{a:zz}", max(a, b))
a += b
print(a, list(a), a > b)
try: a + 1
except TypeError as e: print(e)
try: a - 1
except TypeError as e: print(e)
try: a < 5
except Exception as e: print(type(e).__name__, e)
class L(list):
    def total(self): return sum(self)
    def __getitem__(self, i):
        r = super().__getitem__(i)
        return ("item", r)
l = L([1, 2, 3]); l.append(4)
print(l, l.total(), len(l), l[0], isinstance(l, list), l == [1, 2, 3, 4], l + [5], type(l).__name__, [x for x in l], 3 in l, sorted(l, reverse=True))
class D(dict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
    def __setitem__(self, k, v): super().__setitem__(k, v)
d = D(a=1); print(d["zz"], d, d.get("q"), len(d), dict(d), {**d}, list(d.items()))
class S(str):
    def shout(self): return self.upper() + "!"
s = S("hi"); print(s.shout(), s + "x", s == "hi", len(s), {s: 1}["hi"], f"{s:>5}", "%s" % s, s[0], s.replace("h", "j"))
class I(int):
    def __str__(self): return "I" + int.__repr__(self)
i = I(5); print(i, i + 1, repr(i), i == 5, [1,2,3,4,5,6][i], range(i), hash(i) == hash(5), f"{i}", f"{i:03d}")
class A:
    x = 1
    def __init__(self, **k): self.__dict__.update(k)
    def __getattr__(self, n):
        if n.startswith("dyn_"): return n[4:]
        raise AttributeError(f"no {n}")
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2 if n == "dbl" else v)
    def __delattr__(self, n): print("del", n); super().__delattr__(n)
o = A(p=1); o.dbl = 4; print(o.dyn_q, o.p, o.dbl, vars(o), hasattr(o, "nope"), getattr(o, "nope", 7)); del o.p
try: o.zip
except AttributeError as e: print(e)
class P:
    def __init__(self): self.__secret = 5
    def get(self): return self.__secret
    @classmethod
    def make(cls, *a): return cls()
    @staticmethod
    def st(a, b=2): return a + b
    def __init_subclass__(cls, tag=None, **k): super().__init_subclass__(**k); cls.tag = tag
class Q(P, tag="t"): pass
print(P().get(), P()._P__secret, Q.tag, Q.make().get(), Q.st(1), P.st(1, 1))
class Desc:
    def __set_name__(self, o, n): self.n = "_" + n
    def __get__(self, o, t): return self if o is None else getattr(o, self.n, None)
    def __set__(self, o, v): setattr(o, self.n, v + 1)
class U: f = Desc()
u = U(); u.f = 5; print(u.f, u.__dict__)
class X(Exception):
    def __init__(self, code): super().__init__(f"code {code}"); self.code = code
try: raise X(3)
except X as e: print(e, e.code, e.args, repr(e))
print(X.__name__, X.__mro__[1].__name__, X.__bases__, Q.__qualname__, A.__doc__, isinstance(1, (int, str)), issubclass(Q, P))
def deco(n):
    def w(f):
        def inner(*a, **k): return [f(*a, **k)] * n
        return inner
    return w
@deco(2)
def ff(x): return x
print(ff(1))
@deco(1)
class ZZ: pass
class E1: 
    def __enter__(self): return self
    def __exit__(self, *a): return True
with E1(): raise ValueError
with E1() as e, E1() as f: pass
class It:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration
        return self.i
x, *y = It(); print(x, y, list(zip(It(), "abc")), dict(zip("ab", It())))
class Base:
    def __new__(cls, *a): o = super().__new__(cls); o.tag = "new"; return o
    def __init__(self, v): self.v = v
print(Base(1).tag, Base(2).v)
class T3(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def a(self): return self[0]
t = T3(1, 2); print(t, t.a, len(t), t == (1, 2))
print([c.__name__ for c in type(True).__mro__] if False else "", type(3), type("x"), type(None), type([]), type(print), type(lambda: 0), type(P), type(It()))
class CC:
    n = 0
    lst = [i for i in range(3)]
    def m(self): return __class__.__name__
    class Inner:
        z = 3
print(CC.lst, CC().m(), CC.Inner.z, CC.Inner)
try: CC.nope
except AttributeError as e: print(e)
try: CC().nope
except AttributeError as e: print(e)
