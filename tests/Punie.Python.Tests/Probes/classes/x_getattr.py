class Proxy:
    def __init__(self, t): object.__setattr__(self, "_t", t)
    def __getattr__(self, n):
        print("getattr", n)
        return getattr(self._t, n)
    def __setattr__(self, n, v):
        print("setattr", n, v)
        setattr(self._t, n, v)
    def __delattr__(self, n):
        print("delattr", n)
        delattr(self._t, n)
class T: x = 1
t = T()
p = Proxy(t)
print(p.x)
p.y = 5
print(t.y, p.y, hasattr(p, "nope"), getattr(p, "nope", "dflt"))
del p.y
try:
    p.y
except AttributeError as e:
    print(e)
class GA:
    def __getattribute__(self, n):
        if n.startswith("_"):
            return object.__getattribute__(self, n)
        return f"attr:{n}"
    def __getattr__(self, n): return "fallback " + n
g = GA()
g.q = 3
print(g.q, g.anything, g.__dict__, g._zz)
class Lazy:
    def __getattr__(self, n):
        if n == "v":
            self.v = 42
            return self.v
        raise AttributeError(f"no {n} here")
z = Lazy()
print(z.v, z.__dict__)
try:
    z.w
except AttributeError as e:
    print(e)
class Dir:
    def __dir__(self): return ["b", "a"]
print(dir(Dir()))
