def f(n):
    for i in range(n):
        try:
            if i == 1: continue
            if i == 3: break
            if i == 5: return "ret"
            print("body", i)
        except Exception:
            pass
        else:
            print("else", i)
        finally:
            print("fin", i)
    else:
        return "loop-else"
    return "end"
print(f(2), f(5))
def g():
    try:
        return "try"
    finally:
        print("cleanup")
def h():
    try:
        1 / 0
    except ZeroDivisionError:
        return "exc"
    else:
        return "else"
    finally:
        return "fin"
def k():
    while True:
        try:
            return 1
        finally:
            break
    return 2
print(g(), h(), k())
def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            raise TypeError("from finally")
    except TypeError as e:
        return repr(e), repr(e.__context__)
print(nested())
try:
    e = 1
    try:
        raise ValueError
    except ValueError as e:
        pass
    print(e)
except NameError as n:
    print(n)
def chain():
    try:
        try:
            {}["a"]
        except KeyError as k:
            raise ValueError("v") from k
    except ValueError as v:
        raise RuntimeError("r")
try:
    chain()
except RuntimeError as r:
    x = r
    while x:
        print(type(x).__name__, x)
        x = x.__cause__ or x.__context__
class Ctx:
    def __init__(self, n, sup=False): self.n, self.sup = n, sup
    def __enter__(self):
        print("enter", self.n)
        return self
    def __exit__(self, t, v, tb):
        print("exit", self.n, t.__name__ if t else None, v, tb is not None)
        return self.sup
with Ctx(1), Ctx(2, True) as c:
    raise ValueError("w")
print("after")
with (Ctx("a") as a, Ctx("b") as b,):
    print(a.n, b.n)
try:
    with Ctx(3):
        raise KeyError("z")
except KeyError as e:
    print("got", e)
def r():
    with Ctx(4):
        return "r"
print(r())
for i in range(2):
    with Ctx(i):
        if i == 0: continue
        break
try:
    with 5: pass
except TypeError as e:
    print(e)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit(): pass
except TypeError as e:
    print(e)
try:
    assert False
except AssertionError as e:
    print(repr(e))
try:
    assert 0, {"a": 1}
except AssertionError as e:
    print(repr(e), e)
def ret_in_gen():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("gexit")
        raise
    finally:
        print("gfin")
q = ret_in_gen()
next(q)
q.close()
print(list(q))
try:
    try:
        1/0
    except ZeroDivisionError as e:
        raise e
except ZeroDivisionError as e2:
    print(e2.__context__, e2.__cause__)
try:
    def rec(): return rec()
    rec()
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])
