try:
    {}["k"]
except KeyError as e:
    print(e.args, repr(e), str(e))
try:
    int("abc")
except ValueError as e:
    print(e)
try:
    x.y
except NameError as e:
    print(e, e.name)
try:
    [].foo
except AttributeError as e:
    print(e, e.name, e.obj)
try:
    import nope.sub
except ImportError as e:
    print(e, e.name, e.path)
try:
    from math import zzz
except ImportError as e:
    print(e.name)
e = OSError(2, "No such file", "f.txt")
print(e, e.errno, e.strerror, e.filename, type(e).__name__, repr(e), e.args)
print(repr(OSError(13, "x")), type(OSError(17, "e")).__name__, type(OSError(110, "t")).__name__, OSError("m").errno)
s = StopIteration(5)
print(s.value, s.args, SystemExit(3).code, SystemExit().code)
u = UnicodeDecodeError("utf-8", b"\xff\xfe", 0, 1, "bad")
print(u, u.encoding, u.object, u.start, u.end, u.reason)
try:
    b"\xff".decode()
except UnicodeDecodeError as e:
    print(e)
try:
    "é".encode("ascii")
except UnicodeEncodeError as e:
    print(e, e.object)
try:
    raise KeyError("a", "b")
except KeyError as e:
    print(e)
print(KeyError("it's"), KeyError(), KeyError(1), repr(KeyError("a'b")), LookupError("x"), repr(Exception()), repr(Exception("a",)), repr(Exception(1, "b")))
class E1(Exception):
    def __str__(self): return "custom str"
class E2(Exception):
    def __init__(self, a, *, b=1):
        self.a, self.b = a, b
class E3(Exception):
    def __init__(self, a):
        super().__init__()
        self.a = a
    def __repr__(self): return f"E3<{self.a}>"
print(E1("x"), repr(E1("x")), E2(5, b=2), repr(E2(5)), E2(5).args, E3(1), repr(E3(1)), E3(1).args, [E3(4)])
e = ValueError("x"); e.args = ("new", 1)
print(e, e.args, e.__traceback__, e.__cause__, e.__context__, e.__suppress_context__)
print(ValueError("a").with_traceback(None), issubclass(KeyError, LookupError), Exception.__name__, ValueError.__mro__[1].__name__, ValueError.__bases__)
try:
    raise ValueError("x") from TypeError("cause")
except ValueError as e:
    print(repr(e.__cause__), e.__suppress_context__)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise ValueError from KeyError
except ValueError as e:
    print(repr(e.__cause__))
