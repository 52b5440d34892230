from contextlib import contextmanager, suppress, redirect_stdout, ExitStack, nullcontext, closing, ContextDecorator, AbstractContextManager
import io
@contextmanager
def tag(n):
    print(f"<{n}>")
    try:
        yield n.upper()
    except ValueError as e:
        print("handled", e)
    finally:
        print(f"</{n}>")
with tag("a") as v, tag("b"):
    print(v)
with tag("c"):
    raise ValueError("boom")
print("after")
with suppress(KeyError, ZeroDivisionError):
    {}["x"]
    print("no")
buf = io.StringIO()
with redirect_stdout(buf):
    print("captured", end="")
print(repr(buf.getvalue()))
with ExitStack() as st:
    a = st.enter_context(tag("x"))
    st.callback(print, "cb", 1, sep="-")
    st.push(lambda t, v, tb: print("push", t))
    print(a)
with ExitStack() as st:
    cms = [st.enter_context(tag(n)) for n in "pq"]
    st2 = st.pop_all()
st2.close()
with nullcontext(5) as n: print(n)
class C:
    def close(self): print("closed")
with closing(C()): print("in")
class Dec(ContextDecorator):
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit"); return False
@Dec()
def f(x): print("f", x)
f(3)
@tag("deco")
def g(): print("g")
g(); g()
@contextmanager
def bad(): 
    if False: yield
try:
    with bad(): pass
except RuntimeError as e:
    print(e)
@contextmanager
def bad2():
    yield 1
    yield 2
try:
    with bad2(): pass
except RuntimeError as e:
    print(e)
try:
    with tag("z"): raise KeyError("k")
except KeyError as e:
    print("KeyError", e)
print(isinstance(tag("q"), AbstractContextManager))
