class MyInt(int):
    def __add__(s, o): return MyInt(int(s) + o + 100)
    def __repr__(s): return f"MyInt({int(s)})"
x = MyInt(5)
print(x + 1, x - 1, type(x - 1), x * 2, sum([x, x]), int(x), x == 5, hash(x), f"{x}", str(x), isinstance(x, int), -x, abs(x), bool(x))
class MyStr(str):
    def __new__(cls, v): return super().__new__(cls, v.upper())
    def __len__(s): return 99
s = MyStr("abc"); print(s, len(s), s + "d", type(s + "d"), s.lower(), s[1], s == "ABC", repr(s), {s: 1})
class MyList(list):
    def append(s, v): super().append(v * 2); return s
    def __repr__(s): return f"ML{list(s)}"
m = MyList([1]); m.append(2).append(3); print(m, m[1:], type(m[1:]), m + [1], m == [1, 4, 6], len(m), m.copy(), sorted(m), MyList("ab"))
class MyDict(dict):
    def __setitem__(s, k, v): super().__setitem__(k, v + 1)
    def __getattr__(s, k):
        try: return s[k]
        except KeyError: raise AttributeError(k) from None
d = MyDict(a=1); d["b"] = 1; d.update(c=1); print(d, d.b, hasattr(d, "zz"), type(d.copy()), d | {"z": 0})
class MyTuple(tuple): pass
t = MyTuple([1, 2]); print(t, t + (3,), type(t + ()), t == (1, 2), hash(t) == hash((1, 2)))
class MySet(set):
    def add(s, x): super().add(x * 10)
q = MySet([1]); q.add(2); print(q, q | {5}, type(q | {5}), q == {1, 20})
class MyFloat(float):
    def __str__(s): return "F!"
f = MyFloat(2.5); print(f, repr(f), f + 1, f"{f}", f"{f:.1f}", "%s" % f, [f])
class MyErr(ValueError):
    def __str__(s): return "custom"
try: raise MyErr("x", 1)
except ValueError as e: print(e, repr(e), e.args)
class B(bytes): pass
print(B(b"ab"), B([1,2])[0], type(B(b"x") + b"y"))
