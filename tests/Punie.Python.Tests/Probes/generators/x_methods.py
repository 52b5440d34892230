def g():
    x = yield 1
    print("x", x)
    try:
        y = yield 2
    except ValueError as e:
        print("caught", e)
        y = yield "recovered"
    print("y", y)
    return "done"
i = g()
print(next(i), i.send("hello"), i.throw(ValueError("bad")))
try:
    i.send("fin")
except StopIteration as e:
    print(e.value, e.args)
try:
    g().send(1)
except TypeError as e:
    print(e)
i = g(); next(i)
try:
    i.throw(KeyError, "kk")
except KeyError as e:
    print("KE", e)
try:
    next(i)
except StopIteration as e:
    print("stop", e.value)
i = g(); next(i); i.close(); i.close()
def bad():
    try:
        yield 1
    except GeneratorExit:
        yield 2
b = bad(); next(b)
try:
    b.close()
except RuntimeError as e:
    print(e)
def stop():
    yield 1
    raise StopIteration("x")
try:
    list(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))
def re():
    yield next(r)
r = re()
try:
    next(r)
except ValueError as e:
    print(e)
print(i.gi_running, g.__name__, i.__name__, i.__qualname__, type(i), repr(i)[:20])
def deleg():
    try:
        v = yield from g()
        print("v", v)
    except KeyError as e:
        print("outer", e)
    yield "end"
d = deleg()
print(next(d), d.send(5), d.throw(ValueError("q")), d.send(3))
def sub():
    yield from [1, 2]
    yield from (c for c in "ab")
    r = yield from iter({})
    yield r
print(list(sub()))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration("val")
        return self.n
    def send(self, v): return f"sent {v}"
def w():
    r = yield from It()
    print("r", r)
print(list(w()))
x = w(); next(x)
print(x.send(7))
ge = (a * b for a in range(3) for b in range(2) if a)
print(list(ge), list(ge), sum(x * x for x in range(4)), max((len(s), s) for s in ["a", "bbb"]))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
import itertools
print(list(itertools.islice(fib(), 10)), [x for x in itertools.takewhile(lambda v: v < 20, fib())])
def emp():
    return
    yield
print(list(emp()), next(emp(), "dflt"))
lam = lambda: (yield 5)
print(list(lam()))
def two():
    got = []
    while len(got) < 2:
        got.append((yield len(got)))
    return got
t = two(); next(t); t.send("a")
try:
    t.send("b")
except StopIteration as e:
    print(e.value)
def g3():
    a = yield
    b = yield a
    print(f"{(yield a + b)}")
k = g3(); next(k); print(k.send(1), k.send(2)); print(next(k, "x"))
print(iter(k) is k, hasattr(k, "send"), hasattr([], "send"))
x = (yy for yy in [1, 2, 3])
a, *bb = x
print(a, bb, *(z for z in "hi"))
print(dict((k, v) for k, v in [("a", 1)]), set(c for c in "aab") == {"a", "b"}, tuple(c for c in "xy"), ",".join(str(c) for c in range(3)))
