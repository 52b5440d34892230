class A:
    def __getattr__(s, n):
        if n == "boom": raise ValueError("b")
        if n.startswith("_"): raise AttributeError(n)
        return lambda *a: (n, a)
    def __getattribute__(s, n):
        if n == "secret": raise AttributeError("hidden")
        return super().__getattribute__(n)
a = A()
print(a.foo(1, 2), a.secret(3), hasattr(a, "_x"), getattr(a, "_y", None))
try: a.boom
except ValueError as e: print(e)
try: hasattr(a, "boom")
except ValueError as e: print("hasattr", e)
class Proxy:
    def __init__(s, t): object.__setattr__(s, "_t", t)
    def __getattr__(s, n): return getattr(s._t, n)
    def __setattr__(s, n, v): print("set", n); setattr(s._t, n, v)
class T: x = 1
p = Proxy(T()); p.x = 5; print(p.x, p._t.x, p._t.__dict__)
