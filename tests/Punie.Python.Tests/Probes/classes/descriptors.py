class Typed:
    def __init__(self, t): self.t = t
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, v):
        if not isinstance(v, self.t): raise TypeError(f"{self.name} must be {self.t.__name__}")
        obj.__dict__[self.name] = v
    def __delete__(self, obj): print("delete"); obj.__dict__.pop(self.name, None)
class P:
    age = Typed(int)
    nm = Typed(str)
p = P()
print(p.age); p.age = 4; print(p.age, p.__dict__)
try: p.nm = 5
except TypeError as e: print(e)
del p.age
print(p.age, type(P.age).__name__)
class NonData:
    def __get__(self, o, t): return "nd"
class Z: a = NonData()
z = Z(); print(z.a); z.a = 5; print(z.a, vars(z))
