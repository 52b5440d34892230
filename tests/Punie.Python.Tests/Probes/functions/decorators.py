def log(f):
    def w(*a, **k):
        print("call", f.__name__, a, k)
        r = f(*a, **k)
        print("ret", r)
        return r
    return w
def rep(n):
    def d(f):
        def w(*a): return [f(*a) for _ in range(n)]
        return w
    return d
@log
@rep(2)
def add(a, b): return a + b
print(add(1, 2))
class Memo:
    def __init__(self, f): self.f = f; self.c = {}
    def __call__(self, *a):
        if a not in self.c: self.c[a] = self.f(*a)
        return self.c[a]
@Memo
def slow(n): print("slow", n); return n * 2
slow(2); slow(2); print(slow.c)
def cls_deco(c):
    c.extra = lambda self: "extra"; return c
@cls_deco
class K: pass
print(K().extra())
class Reg:
    h = {}
    @classmethod
    def on(cls, ev):
        def d(f): cls.h.setdefault(ev, []).append(f); return f
        return d
@Reg.on("a")
def ha(x): return x + 1
@Reg.on("a")
def hb(x): return x * 2
print([f(5) for f in Reg.h["a"]], [f.__name__ for f in Reg.h["a"]])
class BoundDeco:
    def __init__(self, f): self.f = f
    def __get__(self, o, t): return lambda *a: ("bound", self.f(o, *a))
class U:
    @BoundDeco
    def m(self, x): return x
print(U().m(5))
@property
def notin(self): return 1
print(type(notin).__name__)
@(lambda f: f)
def lam(): return "lam"
print(lam())
d = {"k": log}
@d["k"]
def sub(a): return -a
sub(3)
