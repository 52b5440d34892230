x = 10
def f():
    global x, newg
    x += 1; newg = 5
    def g():
        nonlocal_test = 1
        def h():
            nonlocal nonlocal_test
            nonlocal_test += 1
            return nonlocal_test
        return h(), nonlocal_test
    return g()
print(f(), x, newg)
class A:
    x = 1
    y = [x for _ in range(2)] if False else x
    def m(self): return x
    z = (lambda: x)()
    try: w = [x * i for i in range(2)]
    except NameError as e: w = str(e)
print(A.y, A().m(), A.z, A.w)
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
def outer():
    def inner(): return late
    late = "late"
    return inner()
print(outer())
def unb():
    try: print(q)
    except UnboundLocalError as e: print(e)
    q = 1
unb()
def free():
    def i(): return v
    try: i()
    except NameError as e: print(e)
    v = 1
    return i()
print(free())
def d():
    a = 1; del a
    try: a
    except UnboundLocalError as e: print(e)
d()
try: del undefined_thing
except NameError as e: print(e)
print([x := 5, x ** 2], x)
def wal():
    r = [y := i for i in range(3)]
    return y, r
print(wal())
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
def ctr():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c = ctr(); c(); c(5); print(c())
print([[j for j in range(i)] for i in range(3)], [(i, j) for i in range(2) for j in "ab" if i], {i: [k for k in range(i)] for i in range(2)})
i = "outer"
[i for i in range(3)]; print(i)
def gen():
    yield from (lambda: (yield 1))()
print(list(gen()))
if True:
    def cond(): return "cond"
print(cond())
for k in range(3): pass
print(k)
def dflt(a=[]): a.append(1); return a
dflt(); print(dflt())
print(f.__name__, f.__qualname__, outer.__doc__, (lambda: 0).__name__, ctr().__qualname__, f.__module__, f.__defaults__, dflt.__defaults__)
def ann(a: int, b: str = "x", *c: float, d: bool = True, **e: dict) -> list: "doc"
print(ann.__annotations__, ann.__doc__, ann.__kwdefaults__)
ann.attr = 5; print(ann.attr, ann.__dict__)
x: int = 5
y: "str"
def star(*args, sep="-", **kw): return args, sep, kw
print(star(*[1, 2], *(3,), sep="+", **{"a": 1}, **{"b": 2}))
a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)
*a, b = "xyz"; print(a, b)
a = b = []; a.append(1); print(b)
(a, b), c = (1, 2), 3; [a, b] = b, a; print(a, b)
for (a, b), c in [((1, 2), 3)]: print(a + b + c)
for i, (a, *b) in enumerate([(1, 2, 3)]): print(i, a, b)
def ret(): return 1, *[2, 3]
print(ret())
l = [1, 2, 3]; l[0], l[1] = l[1], l[0]; print(l)
i = 0; i, l[i] = 1, 9; print(i, l)
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b, c = 1, 2
except ValueError as e: print(e)
try: a, *b, c = [1]
except ValueError as e: print(e)
try: a, b = 5
except TypeError as e: print(e)
try: a, b = None
except TypeError as e: print(e)
try: [a, b] = {1}
except ValueError as e: print(e)
x = y = z = 0; x += y - 1; print(x, y, z)
print(*[1], *"ab", sep=",", end="!\n")
print([*range(2), *"a"], (*[1],), {*[1], 2}, {**{"a": 1}, "b": 2})
assert (n := 10) > 5; print(n)
while (n := n - 3) > 0: print(n, end=" ")
print()
for i in range(3):
    if i == 5: break
else: print("no break")
while False: pass
else: print("while else")
print(1 < 2 < 3, 1 < 3 > 2, 1 == 1.0 is not None, not 1 == 2, 3 if [] else 4, [] or {} or "z", 1 and 2 and 3)
lst = [1, 2, 3, 4, 5]; lst[1:3] = ["a"]; print(lst); lst[::2] = [0, 0]; print(lst); del lst[0]; print(lst)
try: lst[::2] = [1]
except ValueError as e: print(e)
lst[5:] = "xy"; print(lst); lst[:0] = [9]; print(lst); del lst[::2]; print(lst); lst *= 2; print(lst); lst += "q"; print(lst)
