import contextlib, abc, io, types, pprint, warnings
from contextlib import *
@contextmanager
def cm(x):
    print("enter", x)
    try: yield x
    except ValueError as e: print("caught", e)
    finally: print("exit", x)
pprint.pprint({"b": [1, 2, 3], "a": {"x": 1, "y": [4, 5]}})
pprint.pp({"b": 1, "a": 2})
pprint.pprint([{"id": i, "name": f"user number {i}", "active": True} for i in range(3)])
with cm(1) as v: print("in", v)
with cm(2): raise ValueError("bad")
try:
    with cm(3): raise KeyError("k")
except KeyError as e: print("out", e)
with cm(1) as a, cm(2) as b: print(a, b)
with suppress(ZeroDivisionError, KeyError): 1 / 0
print("after")
with nullcontext(5) as n: print(n)
class R:
    def close(self): print("closed")
with closing(R()) as r: print(type(r).__name__)
with ExitStack() as st:
    for i in range(3): st.enter_context(cm(i))
    st.callback(print, "cb", 1, sep="-")
    st.push(lambda *a: print("push", a[0]))
with ExitStack() as st:
    st.enter_context(suppress(ValueError))
    raise ValueError("z")
print("ok")
buf = io.StringIO()
with redirect_stdout(buf): print("hidden")
print(repr(buf.getvalue()))
class D(ContextDecorator):
    def __enter__(self): print("D in"); return self
    def __exit__(self, *e): print("D out"); return False
@D()
def deco(): print("body")
deco()
@cm(9)
def deco2(): print("body2")
deco2()
@contextmanager
def bad(): 
    if False: yield
try:
    with bad(): pass
except RuntimeError as e: print(e)
@contextmanager
def twice(): yield 1; yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
import asyncio
@asynccontextmanager
async def acm(x):
    print("aenter", x)
    try: yield x
    finally: print("aexit", x)
async def main():
    async with acm(1) as v: print("body", v)
    async with AsyncExitStack() as s:
        await s.enter_async_context(acm(2)); s.callback(print, "cb")
    async with aclosing(agen()) as g:
        async for x in g: print(x); break
async def agen():
    try: yield 1; yield 2
    finally: print("agen closed")
asyncio.run(main())
class AC(AbstractContextManager):
    def __exit__(self, *a): print("AC exit")
with AC() as x: print(x is not None)
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
    @property
    @abc.abstractmethod
    def name(self): ...
    @classmethod
    @abc.abstractmethod
    def make(cls): ...
    @staticmethod
    @abc.abstractmethod
    def st(): ...
    def desc(self): return f"{self.name} {self.area()}"
try: Shape()
except TypeError as e: print(e)
class Half(Shape):
    def area(self): return 1
try: Half()
except TypeError as e: print(e)
class Full(Half):
    name = "full"
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def st(): return 1
print(Full.make().desc(), isinstance(Full(), Shape), Shape.__abstractmethods__ == frozenset({"area", "name", "make", "st"}))
@Shape.register
class Vi: pass
print(isinstance(Vi(), Shape), issubclass(Vi, Shape))
class M(metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def f(self): return "base"
class N(M):
    def f(self): return super().f() + "!"
print(N().f())
class Hook(abc.ABC):
    @classmethod
    def __subclasshook__(cls, c): return hasattr(c, "quack")
class Duck:
    def quack(self): pass
print(isinstance(Duck(), Hook), issubclass(int, Hook))
ns = types.SimpleNamespace(x=1); ns.y = 2; print(ns, vars(ns)); del ns.x; print(ns)
s = io.StringIO(); s.write("hello"); print("w", 5, file=s); s.seek(0); print(s.read().splitlines(), s.getvalue().__repr__()); s.truncate(2); print(s.getvalue()); s.close()
try: s.read()
except ValueError as e: print(e)
with io.StringIO("l1\nl2\nl3") as f:
    for i, line in enumerate(f): print(i, line.strip())
b = io.BytesIO(); b.write(b"ab"); b.seek(0); print(b.read(1), b.tell(), b.getvalue())
mp = types.MappingProxyType({"a": 1})
try: mp["b"] = 2
except TypeError as e: print(e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("careful", UserWarning); warnings.warn("dep", DeprecationWarning)
print(len(w), w[0].category.__name__, str(w[0].message))
warnings.filterwarnings("ignore"); warnings.warn("x"); print("quiet")
def fn(a, b=2, *c, d, e=5, **f): "doc here"
