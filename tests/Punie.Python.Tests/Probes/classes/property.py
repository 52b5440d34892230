class T:
    def __init__(self, c): self._c = c
    @property
    def c(self):
        "the c"
        return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError("too cold")
        self._c = v
    @c.deleter
    def c(self): print("deleting"); del self._c
    @property
    def ro(self): return 1
    f = property(lambda self: self._c * 9 / 5 + 32, doc="fahr")
t = T(10); t.c = 20; print(t.c, t.f, T.c.__doc__, T.f.__doc__)
try: t.c = -300
except ValueError as e: print(e)
try: t.ro = 3
except AttributeError as e: print(e)
try: del t.ro
except AttributeError as e: print(e)
del t.c
try: t.c
except AttributeError as e: print(e)
print(T.c.fget.__name__, T.ro.fset, isinstance(T.c, property), type(T.ro))
class S(T):
    @property
    def c(self): return super().c + 1
    @T.ro.getter
    def ro(self): return 2
print(S(4).c, S(1).ro)
