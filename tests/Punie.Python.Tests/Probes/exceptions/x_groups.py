eg = ExceptionGroup("top", [ValueError("v"), TypeError("t"), ExceptionGroup("in", [KeyError("k"), ValueError("v2")])])
print(repr(eg), str(eg), eg.message, len(eg.exceptions))
m, r = eg.split(ValueError)
print(repr(m), "|", repr(r))
print(repr(eg.subgroup(KeyError)), eg.subgroup(OSError), repr(eg.subgroup(lambda e: isinstance(e, TypeError))))
print(repr(eg.split((KeyError, TypeError))[0]))
try:
    raise eg
except* ValueError as g:
    print("V", repr(g))
except* (TypeError, KeyError) as g:
    print("TK", repr(g))
class MyG(ExceptionGroup):
    def derive(self, excs):
        return MyG(self.message, excs)
x = MyG("m", [ValueError(1), OSError(2)])
a, b = x.split(ValueError)
print(type(a).__name__, type(b).__name__, repr(a))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        pass
except ExceptionGroup as e:
    print(repr(e))
try:
    try:
        raise ValueError("plain")
    except* ValueError as g:
        print(type(g).__name__, repr(g))
        raise KeyError("new")
except ExceptionGroup as e:
    print("EG", repr(e))
try:
    ExceptionGroup("x", [])
except ValueError as e:
    print(e)
try:
    ExceptionGroup("x", [1])
except ValueError as e:
    print(e)
try:
    ExceptionGroup("x", [KeyboardInterrupt()])
except TypeError as e:
    print(e)
print(repr(BaseExceptionGroup("b", [KeyboardInterrupt()])), type(BaseExceptionGroup("b", [ValueError()])).__name__)
def f():
    try:
        raise ExceptionGroup("a", [ValueError(), TypeError()])
    except* ValueError:
        print("in")
    except* Exception as e:
        print("rest", repr(e))
    else:
        print("else")
    finally:
        print("fin")
f()
