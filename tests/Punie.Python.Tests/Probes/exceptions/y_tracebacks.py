import traceback, sys
class AppError(Exception):
    def __init__(self, code, msg="?"):
        super().__init__(code, msg)
        self.code = code
    def __str__(self): return f"[{self.code}] {self.args[1]}"
def low(): return {}["k"]
def mid():
    try: low()
    except KeyError as e: raise AppError(7, "mid") from e
try: mid()
except AppError as e:
    print(e, repr(e), e.__cause__, type(e.__context__), e.__suppress_context__, e.args)
    print(traceback.format_exception_only(type(e), e))
    print("".join(traceback.format_exception(e)).splitlines()[-1])
    print(e.__traceback__.tb_lineno)
    print([f.name for f in traceback.extract_tb(e.__traceback__)], [f.lineno for f in traceback.extract_tb(e.__traceback__)])
print(sys.exc_info())
try:
    try: 1/0
    finally: [][1]
except IndexError as e: print(repr(e.__context__))
try:
    raise ValueError from None
except ValueError as e: print(repr(e), e.__suppress_context__, e.__cause__)
def gen():
    try: yield 1
    except GeneratorExit: print("closed"); raise
    finally: print("fin")
g = gen(); next(g); g.close()
try: raise KeyError("a b")
except LookupError as e: print(str(e), e.args)
e = OSError(2, "No such file", "x.txt"); print(e, e.errno, e.strerror, e.filename, repr(e), type(e))
print(repr(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"))
try: "é".encode("ascii")
except UnicodeEncodeError as e: print(e, e.start, e.end, e.reason, e.object, e.encoding)
try: int("x1")
except ValueError as e: e.add_note("n1"); print(e.__notes__, traceback.format_exception_only(e))
try: raise "x"
except TypeError as e: print(e)
try: raise ValueError("a") from 3
except TypeError as e: print(e)
try:
    try: raise ValueError(1)
    except TypeError: pass
    else: print("no")
    finally: print("f")
except ValueError as e: print("outer", e)
def f():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return "ret"
        finally: print("fin", i)
print(f())
def h():
    try: return 1
    finally: return 2
print(h())
eg = ExceptionGroup("g", [ValueError(1), ExceptionGroup("in", [TypeError("t"), KeyError("k")])])
print(eg, repr(eg), eg.message, eg.split(TypeError), eg.subgroup(lambda e: isinstance(e, KeyError)), eg.derive([ValueError(3)]))
class C(Exception): pass
try: raise C
except C as e: print(repr(e), str(e) == "", e.args, C.__mro__[1:3], e.with_traceback(None) is e)
try: assert 1 == 2, ("a", 3)
except AssertionError as e: print(e, e.args)
print(issubclass(TimeoutError, OSError), issubclass(UnicodeError, ValueError), ConnectionError.__bases__, IOError is OSError, EnvironmentError)
try: next(iter([]))
except StopIteration as e: print(repr(e), e.value)
try: undefined_name
except NameError as e: print(e, e.name)
try: lst
except NameError as e: print(e)
def g2():
    print(loc); loc = 1
try: g2()
except UnboundLocalError as e: print(e)
raise AppError(9)
