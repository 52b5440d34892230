def g(n):
    """count"""
    total = 0
    for i in range(n):
        got = yield i
        if got: total += got
    return total
def outer():
    r = yield from g(3)
    print("r", r)
    yield "end"
o = outer(); print(next(o), o.send(5), o.send(7), next(o))
try: next(o)
except StopIteration as e: print("stop", e.value)
x = g(2); print(x, g, x.gi_frame is not None, x.gi_running, x.__name__) if False else print(x.__name__, x.gi_running)
try: x.send(1)
except TypeError as e: print(e)
def th():
    while True:
        try: yield 1
        except ValueError as e: yield f"caught {e}"
        finally: print("fin")
t = th(); next(t); print(t.throw(ValueError("v")))
try: t.throw(KeyError, "k")
except KeyError as e: print("KE", e)
try: next(t)
except StopIteration: print("done")
def bad(): yield 1; raise StopIteration("x")
b = bad(); next(b)
try: next(b)
except RuntimeError as e: print(e, repr(e.__cause__))
def ign():
    try: yield 1
    except GeneratorExit: yield 2
i = ign(); next(i)
try: i.close()
except RuntimeError as e: print(e)
def fibs():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
from itertools import islice, takewhile
print(list(islice(fibs(), 10)), list(takewhile(lambda x: x < 30, fibs())), sum(x for x in range(5) if x % 2), any(x > 3 for x in [1, 5]), sorted((y, x) for x, y in zip("ab", [2, 1])))
def tree(t):
    if t:
        l, v, r = t
        yield from tree(l); yield v; yield from tree(r)
print(*tree(((None, 1, None), 2, (None, 3, None))))
def re():
    try: yield next(re_g)
    except ValueError as e: yield str(e)
re_g = re(); print(next(re_g))
ge = (x * x for x in range(3)); print(next(ge), list(ge), list(ge), type(ge).__name__)
def deleg():
    try: yield from [1, 2]
    except KeyError: yield "ke"
d = deleg(); next(d)
try: print(d.throw(KeyError))
except Exception as e: print(repr(e))
from contextlib import contextmanager, suppress, ExitStack, closing, redirect_stdout, nullcontext
import io
@contextmanager
def cm(n):
    print("enter", n)
    try: yield n.upper()
    except ZeroDivisionError: print("zde")
    finally: print("exit", n)
with cm("a") as a, cm("b") as b: print(a, b)
with cm("z"): 1 / 0
with suppress(KeyError, IndexError): [][1]
with ExitStack() as st:
    st.enter_context(cm("s")); st.callback(print, "cb"); st.push(lambda *a: print("push", a[0]))
buf = io.StringIO()
with redirect_stdout(buf): print("hidden")
print(repr(buf.getvalue()))
with nullcontext(5) as n: print(n)
@cm("deco")
def fn(): return 3
print(fn())
@contextmanager
def noy():
    if 0: yield
try:
    with noy(): pass
except RuntimeError as e: print(e)
@contextmanager
def two(): yield 1; yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)
def coro():
    tot = n = 0; avg = None
    while True: v = yield avg; tot += v; n += 1; avg = tot / n
c = coro(); next(c); print(c.send(10), c.send(20), c.send(3))
print([*map(lambda p: p[0] + p[1], zip(*[iter(range(6))] * 2))], list(map(max, [1, 5], [3, 2])), list(filter(None, [0, 1, "", "a"])), list(enumerate("ab", 1)), next(iter(()), "def"), list(iter(lambda l=[3, 2, 1, 0]: l.pop(0), 0)))
print(x.gi_code.co_name, x.gi_frame.f_lineno) if False else None
def lazy():
    print("start"); yield
l = lazy(); print("made"); next(l)
print((yield_ := 5), [y := 1, y ** 2], [last := n for n in range(3)], last)
