from contextlib import contextmanager, suppress, closing, nullcontext
@contextmanager
def cm(n):
    print("enter", n)
    try: yield n * 2
    except ValueError as e: print("caught", e)
    finally: print("exit", n)
with cm(1) as v: print(v)
with cm(2): raise ValueError("x")
try:
    with cm(3): raise KeyError("k")
except KeyError as e: print("out", e)
with suppress(ZeroDivisionError, KeyError): 1 / 0
with suppress(KeyError): pass
try:
    with suppress(KeyError): raise ValueError(1)
except ValueError: print("not suppressed")
class R:
    def close(self): print("closed")
with closing(R()) as r: print("using")
with nullcontext(5) as n: print(n)
@contextmanager
def bad(): 
    if False: yield
try:
    with bad(): pass
except RuntimeError as e: print(e)
@contextmanager
def two(): yield 1; yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)
