class Plugin:
    registry = {}
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        cls.key = key or cls.__name__.lower()
        Plugin.registry[cls.key] = cls
class A(Plugin): pass
class B(Plugin, key="bee"): pass
class C(B, key="cee"): pass
print(sorted(Plugin.registry), C.key, C.__mro__[1].key, Plugin.registry["bee"] is B)
try:
    class D(Plugin, bogus=1): pass
except TypeError as e:
    print(e)
class Plain: pass
try:
    class E(Plain, x=1): pass
except TypeError as e:
    print(e)
print(A.__subclasses__() if False else [c.__name__ for c in (A, B, C)])
