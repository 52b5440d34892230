def g(a):
    x = (yield 1) + (yield 2)
    print("x", x)
    y = [(yield 3), a, (yield 4)]
    print(y)
    z = (yield 5) if a else (yield 6)
    print(z)
    w = (yield 7) and (yield 8) or (yield 9)
    print(w)
    return f"{(yield 10)}-{a!r}"
def drive(gen):
    i = 0
    try:
        v = next(gen)
        while True:
            i += 1
            print("got", v)
            v = gen.send(i * 10)
    except StopIteration as e:
        print("ret", e.value)
drive(g(1)); drive(g(0))
def h():
    for i in range(3):
        try:
            if i == 1:
                yield "one"
                continue
            yield i
        finally:
            print("fin", i)
    else:
        yield "else"
print(list(h()))
def w():
    n = 0
    while (yield n) != "stop":
        n += 1
    else:
        print("while else")
    return n
it = w(); print(next(it), it.send("a"), it.send("b"))
try: it.send("stop")
except StopIteration as e: print(e.value)
class CM:
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t.__name__ if t else None, v); return t is ValueError
def wi():
    with CM() as c, CM():
        yield 1
        raise ValueError("x")
    yield 2
print(list(wi()))
g2 = wi(); next(g2); g2.close(); print("closed")
def ex():
    try:
        yield 1
    except KeyError as e:
        yield ("caught", str(e))
        raise
    except ValueError:
        yield "v"
    else:
        yield "else"
    finally:
        yield "fin"
e = ex(); print(next(e), e.throw(KeyError("k")))
try:
    print(next(e)); next(e)
except KeyError as k: print("again", k)
print(list(ex()))
def sub():
    try:
        r = yield from [1, 2]
        print("r", r)
        r = yield from ex()
    except GeneratorExit:
        print("ge"); raise
s = sub(); print(next(s), next(s), next(s))
def m(x):
    match x:
        case [a, b]: yield a; yield b
        case {"k": v}: yield v
        case _: yield "none"
print(list(m([1, 2])), list(m({"k": 3})), list(m(0)))
print(sum(x * y for x in range(3) for y in range(3) if x != y))
def rec(n):
    if n:
        yield n
        yield from rec(n - 1)
print(list(rec(5)))
def aug():
    t = 1
    t += yield t
    d = {"a": 1}
    d["a"] += yield t
    print(t, d)
a = aug(); next(a); a.send(5)
try: a.send(7)
except StopIteration: pass
def swap():
    a, b = (yield), (yield)
    print(a, b)
    assert (yield 1), (yield "msg")
s = swap(); next(s); s.send(1); s.send(2)
print(s.send(0))
try: s.send("m")
except AssertionError as e: print("AE", e)
gen = (i for i in range(3))
print(next(gen), list(gen), list(gen))
def bad():
    yield 1
    raise StopIteration(3)
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
