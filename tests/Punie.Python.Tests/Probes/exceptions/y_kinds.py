import traceback, sys
class ValidationError(ValueError):
    def __init__(self, field, msg): self.field = field; super().__init__(f"{field}: {msg}")
class NotFound(LookupError): pass
class Retry(Exception):
    def __init__(self, *args, retries=0, **kw): super().__init__(*args); self.retries = retries
def risky(n):
    if n == 0: raise ValidationError("age", "must be > 0")
    if n == 1: raise NotFound("user", 42)
    if n == 2: raise Retry("again", retries=3)
    if n == 3: return {}["missing"]
    if n == 4: return [][0]
    if n == 5: return int("x")
    if n == 6: return None.attr
    if n == 7: return 1 / 0
    if n == 8: raise SystemExit(3)
    if n == 9: raise KeyboardInterrupt
    if n == 10: raise StopIteration(5)
    if n == 11: assert n < 0, f"n={n}"
    if n == 12: raise NotImplementedError
    if n == 13: raise OSError("disk")
    if n == 14: raise UnicodeError("u")
    if n == 15: raise Exception(1, 2)
    if n == 16: raise ExceptionGroup("eg", [ValueError(1)])
    if n == 17: raise BaseExceptionGroup("beg", [KeyboardInterrupt()])
    if n == 18: raise type("Dyn", (Exception,), {})("dyn")
    if n == 19: raise GeneratorExit
    return "ok"
for i in range(21):
    try: r = risky(i)
    except ValidationError as e: r = ("V", e.field, str(e), e.args)
    except (NotFound, Retry) as e: r = (type(e).__name__, str(e), e.args, getattr(e, "retries", None))
    except ArithmeticError as e: r = ("A", e, type(e).__bases__)
    except LookupError as e: r = ("L", repr(e), e.args)
    except Exception as e: r = ("E", repr(e), str(e), e.__class__.__qualname__)
    except BaseException as e: r = ("B", repr(e), e.args, getattr(e, "code", None))
    else: r = f"else {r}"
    finally: r = (i, r)
    print(r)
def chain():
    try:
        try: raise KeyError("inner")
        except KeyError: raise ValueError("mid")
    except ValueError as e:
        raise RuntimeError("outer") from e
try: chain()
except RuntimeError as e:
    x = e
    while x: print(type(x).__name__, x, "cause" if x.__cause__ else "ctx" if x.__context__ else "end"); x = x.__cause__ or x.__context__
try: e
except NameError as n: print(n)
class Res:
    log = []
    def __init__(self, n, fail=False): self.n = n; self.fail = fail
    def __enter__(self): self.log.append(f"+{self.n}"); return self
    def __exit__(self, et, ev, tb):
        self.log.append(f"-{self.n}:{et.__name__ if et else None}")
        if self.fail: raise RuntimeError(f"exit {self.n}") from ev
        return self.n == "sup"
try:
    with Res("a"), Res("b", fail=True) as b, Res("c"): raise ValueError("body")
except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__))
with Res("sup"): raise KeyError
print(Res.log)
def f():
    for i in range(3):
        try:
            if i == 1: raise ValueError(i)
            yield i
        except ValueError as e: yield f"err {e}"
        finally: yield f"fin {i}"
print(list(f()))
def nested():
    try: return "try"
    finally:
        try: raise ValueError
        except ValueError: print("inner handled")
print(nested())
try:
    try: raise ValueError("a")
    finally: raise TypeError("b")
except TypeError as e: print(e, repr(e.__context__))
try:
    raise ExceptionGroup("top", [ValueError("v1"), ExceptionGroup("sub", [TypeError("t"), ValueError("v2")]), OSError("o")])
except* ValueError as g: print("V", g.exceptions, [str(x) for x in g.exceptions])
except* (TypeError, OSError) as g: print("TO", g, len(g.exceptions))
try:
    try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError: pass
except ExceptionGroup as g: print("rest", repr(g))
try:
    try: raise TypeError("plain")
    except* TypeError as g: print(type(g), g.exceptions)
except BaseException as e: print(repr(e))
class MyG(ExceptionGroup):
    def derive(self, excs): return MyG(self.message, excs)
print(repr(MyG("m", [ValueError(1), KeyError(1)]).subgroup(ValueError)))
for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x")):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
err = ValueError("x"); err.add_note("note1"); err.add_note("note2"); err.extra = 5
print(err.__notes__, err.extra, err.__dict__ if 0 else "", hasattr(err, "zz"), err == ValueError("x"), isinstance(err, (int, ValueError)), err.__traceback__, err.with_traceback(None) is err, bool(err))
try: err.add_note(1)
except TypeError as e: print(e)
print([c.__name__ for c in ZeroDivisionError.__mro__], issubclass(KeyError, LookupError), issubclass(BrokenPipeError, ConnectionError), FileNotFoundError.__base__.__name__, ModuleNotFoundError.__base__.__name__, RecursionError.__base__.__name__, StopAsyncIteration.__base__.__name__, issubclass(TabError, IndentationError), issubclass(UserWarning, Warning), issubclass(EOFError, Exception), issubclass(BufferError, Exception))
def deep(n): return deep(n - 1) if n else 1 / 0
try: deep(5)
except ZeroDivisionError as e:
    tb = traceback.extract_tb(e.__traceback__); print(len(tb), tb[-1].name, tb[-1].lineno, tb[0].name)
print(traceback.format_exc() == "NoneType: None\n", repr(sys.exc_info()[0]))
raise Retry("last", 5) from KeyError("k")
