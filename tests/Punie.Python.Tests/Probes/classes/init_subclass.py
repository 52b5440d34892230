class Plugin:
    registry = {}
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.registry[name or cls.__name__] = cls
class A(Plugin, name="a"): pass
class B(Plugin): pass
print(Plugin.registry)
try:
    class C(Plugin, zz=1): pass
except TypeError as e: print(e)
class Q: pass
try:
    class R(Q, a=1): pass
except TypeError as e: print(e)
