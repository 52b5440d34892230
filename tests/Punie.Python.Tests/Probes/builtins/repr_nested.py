class R:
    def __repr__(self): return "R!"
class S:
    def __str__(self): return "S!"
class SS(S):
    def __repr__(self): return "SSr"
print([R()], {R(): R()}, (R(),), {R()}.__class__, str(R()), f"{R()}", f"{R()!s}", "%s %r" % (R(), R()), str([S()])[:15], str(S()), SS(), [SS()], f"{SS()!r}", repr(S())[:13])
print([1.0, "a", None, True, b"x", (1,), {1: 2}, {3}, [], frozenset([1]), range(2), 1e10, -0.0, "it's", 'q"q', "\n", "é", slice(1)])
print(str({"a": "b"}), repr("a\tb"), str("a"), [[]], [()], {}, set(), (), "", [""], ["\\"], repr('\''), repr("'\""))
print(print, len, int, type, [].append.__name__, "".join.__name__, max.__name__)
print(str(len), str([].append)[:32], str(str.upper), str(type(len)), type([].append), type(str.upper), type("".upper), str(dict.fromkeys)[:32])
print(Exception("a", 1), repr(Exception("a", 1)), str(Exception()), repr(Exception()), KeyError("a"), repr(KeyError("a")), [ValueError("x")], {"e": TypeError("t")}, str(OSError(1, "m")), str(StopIteration(5)), repr(ValueError(["l"])), ValueError(None), ValueError(""), repr(ValueError("")))
print(type, type(type), object, type(object()), int.__name__, type(5).__name__, type(None), type(...), ..., NotImplemented, type(NotImplemented), None)
print(f"{3!r:>5}|{'a'!r:^7}|{None!s:>6}|{[1]!s:<6}|{1.5!r}|{True!s}|{(1,)!r}")
def f(): pass
print(str(f)[:12], str(lambda: 0)[:20], type(f), type(lambda: 0), f.__name__)
