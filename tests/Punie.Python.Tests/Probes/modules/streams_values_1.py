import contextlib, abc, io, types, pprint, warnings
from contextlib import *
@contextmanager
def cm(x):
    print("enter", x)
    try: yield x
    except ValueError as e: print("caught", e)
    finally: print("exit", x)
print(io.StringIO("a\nb\n").read(), io.StringIO("a\nb").readlines(), io.StringIO("a\nb\n").readline(), list(io.StringIO("a\nb")), io.StringIO().getvalue(), io.StringIO("abc").read(2), io.StringIO("abc").seek(1), io.StringIO("x").tell(), io.StringIO("x").closed, io.StringIO("abc").readable(), io.BytesIO(b"abc").read(), io.BytesIO(b"a\nb").readlines(), io.BytesIO().getvalue(), io.StringIO().write("abc"), io.BytesIO(b"ab").getbuffer().nbytes if False else 2, io.SEEK_SET)
print(pprint.pformat({"b": 1, "a": 2}), pprint.pformat([1, 2]), pprint.pformat("a" * 100), pprint.pformat(list(range(40))), pprint.pformat({"key%d" % i: "value%d" % i for i in range(10)}), pprint.pformat({"a": {"b": {"c": [1, 2, 3]}}}, width=20), pprint.pformat([[1, 2], [3, 4]], width=5), pprint.pformat({"a": 1}, indent=4), pprint.pformat((1,)), pprint.pformat({1, 2}), pprint.pformat({"z": 1, "a": 2}, sort_dicts=False), pprint.pformat([{"a": 1, "b": [1, 2]}], width=10), pprint.pformat({"a": [1, [2, [3]]]}, depth=2), pprint.pformat("hello world foo bar", width=10), pprint.pformat({}), pprint.pformat(None), pprint.pformat([{"name": "Alice", "age": 30, "tags": ["x", "y"]}, {"name": "Bob", "age": 25, "tags": []}]), pprint.pformat([1, 2, 3], width=1), pprint.pformat({"long_key_name": ["item one", "item two", "item three", "item four", "item five", "item six"]}), pprint.pformat(list(range(40)), compact=True), pprint.saferepr([1]), pprint.isreadable([1]), pprint.pformat(123456789, underscore_numbers=True), pprint.pformat((1, 2, 3), width=4), pprint.pformat({frozenset([1]): {2}}, width=5))
print(warnings.warn("x") if False else 0)
