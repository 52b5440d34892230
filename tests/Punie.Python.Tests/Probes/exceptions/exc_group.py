eg = ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("in", [ValueError(3), KeyError(4)])])
print(eg, repr(eg), eg.message, eg.exceptions)
print(repr(eg.subgroup(ValueError)), repr(eg.split(ValueError)))
print(eg.subgroup(lambda e: isinstance(e, KeyError)))
print(eg.derive([ValueError(9)]).exceptions)
try: raise eg
except* ValueError as e: print("V", repr(e))
except* TypeError as e: print("T", repr(e), e.exceptions)
except* KeyError as e: print("K", repr(e))
try:
    try: raise eg
    except* ValueError: pass
except ExceptionGroup as e: print("left", repr(e))
try:
    raise ValueError("plain")
except* ValueError as e: print(repr(e), e.exceptions)
try: ExceptionGroup("x", [])
except ValueError as e: print(e)
try: ExceptionGroup("x", [1])
except ValueError as e: print(e)
try: ExceptionGroup("x")
except TypeError as e: print(e)
try: ExceptionGroup(1, [ValueError()])
except TypeError as e: print(e)
try: ExceptionGroup("x", 5)
except TypeError as e: print(e)
try: ExceptionGroup("x", [KeyboardInterrupt()])
except TypeError as e: print(e)
print(type(BaseExceptionGroup("x", [ValueError()])).__name__, type(BaseExceptionGroup("x", [KeyboardInterrupt()])).__name__)
class MyG(ExceptionGroup):
    def derive(self, excs): return MyG(self.message, excs)
m = MyG("m", [ValueError(1), KeyError(2)])
print(type(m.subgroup(KeyError)).__name__, repr(m.split(KeyError)[1]))
try:
    try: raise ExceptionGroup("a", [ValueError("v"), KeyError("k")])
    except* ValueError as e: raise RuntimeError("new")
except ExceptionGroup as e: print(repr(e))
for x in range(2):
    try:
        raise ExceptionGroup("l", [OSError(x)])
    except* OSError as e:
        print("o", e.exceptions)
    else: print("no")
    finally: print("f")
e = ExceptionGroup("n", [ValueError(1)]); e.add_note("note1"); print(e.__notes__)
