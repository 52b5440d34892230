def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


import json
from json import dumps, loads
from collections import OrderedDict, namedtuple, defaultdict
from datetime import date
from decimal import Decimal
from enum import Enum, IntEnum
class Color(IntEnum):
    RED = 1
class E2(Enum):
    A = "a"
class D(dict):
    pass
class L(list):
    pass
class S(str):
    pass
class F(float):
    def __repr__(self):
        return "F!"
P = namedtuple("P", "x y")
show(
    lambda: dumps({"a": [1, 2, {"b": None}], "c": (True, False), "d": {}, "e": []}, indent=2),
    lambda: dumps([1, [2, []], {}], indent="\t"),
    lambda: dumps([1, 2], indent=0),
    lambda: dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")),
    lambda: dumps({"b": 1, "a": {"d": 1, "c": 2}}, sort_keys=True, indent=1),
    lambda: dumps([1, {"a": 2}], indent=2, separators=(";", "=")),
    lambda: dumps({1: "a", 2.5: "b", True: "c", None: "d", float("inf"): "e"}),
    lambda: dumps({(1, 2): 3}),
    lambda: dumps({(1, 2): 3, "a": 1}, skipkeys=True),
    lambda: dumps({"a": 1, 2: 3}, sort_keys=True),
    lambda: dumps("é\u2028\U0001f600\x00\x1f\x7f\"\\/\b\f\n\r\t"),
    lambda: dumps("é\u2028\U0001f600\x00", ensure_ascii=False),
    lambda: dumps("\ud800"),
    lambda: dumps([float("nan"), float("inf"), -float("inf"), 1e100, 1e16, 1.0, 0.1, -0.0, 5e-324, 10**30]),
    lambda: dumps([Color.RED, P(1, 2), OrderedDict(a=1), D(x=1), L([1]), S("s"), F(1.5), True]),
    lambda: dumps({Color.RED: 1, S("k"): 2}),
    lambda: dumps(E2.A),
    lambda: dumps({1, 2}),
    lambda: dumps(b"x"),
    lambda: dumps([1, object()]),
    lambda: dumps(Decimal("1.5")),
    lambda: dumps(date(2024, 1, 2), default=str),
    lambda: dumps({"s": {3, 1}, "c": 1 + 2j}, default=lambda o: sorted(o) if isinstance(o, set) else repr(o)),
    lambda: dumps(E2.A, default=lambda o: o.value),
    lambda: dumps(object, default=lambda o: 1 / 0),
    lambda: dumps(range(3)),
    lambda: dumps({"a": 1}.keys()),
    lambda: dumps((i for i in range(3)), default=list),
    lambda: dumps([], indent=4) + dumps({}, indent=4) + dumps([[]], indent=2),
    lambda: dumps("x", indent=2) + dumps(None) + dumps(True),
    lambda: loads('{"a": 1, "a": 2}'),
    lambda: loads('{"a": 1, "a": 2}', object_pairs_hook=list),
    lambda: loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())),
    lambda: loads('{"x": 1}', object_hook=lambda d: 1, object_pairs_hook=lambda p: 2),
    lambda: loads("[1.5, 2, -0, -0.0, 1e3, 1E-2, 123456789012345678901234567890]"),
    lambda: loads("[1.5, 2]", parse_float=Decimal, parse_int=str),
    lambda: loads("[NaN, Infinity, -Infinity]"),
    lambda: loads("[NaN]", parse_constant=lambda c: f"<{c}>"),
    lambda: loads('"\\u00e9\\ud83d\\ude00\\n\\/\\ud800"') == "é😀\n/\ud800",
    lambda: loads(b'{"a": "\xc3\xa9"}'),
    lambda: loads(bytearray(b"[1]")),
    lambda: loads("\ufeff[1]"),
    lambda: loads(" \t\n\r[ 1 , 2 ] \n"),
    lambda: loads('"a\tb"'),
    lambda: loads('"a\tb"', strict=False),
    lambda: loads(5),
    lambda: loads(None),
)
for bad in ["", " ", "{", "[", "[1", "[1,", "[1,]", "[1 2]", "{1: 2}", '{"a"}', '{"a":}', '{"a": 1,}', '{"a": 1 "b"}', "'a'", '"abc', '"\\x"', '"\\u12"', '"\\u12g4"', "tru", "nul", "[1]]", "1 2", "01", "1.", ".5", "+1", "-", "- 1", "1e", "[\n1,\n2\n,\n]", '{"a": [1, 2, }', "NaNa", "Infinit", "-Inf", '{"a": tru}', "{,}", "[,1]", '"a\nb"', "\x0b[1]", "{'a': 1}", "undefined", '{"a": 1}{"b": 2}', "[1,\n  2,\n  x]", '["\\ud83d\\u0041"]', "/* c */ 1"]:
    try:
        print(ascii(bad), "ok", ascii(loads(bad)))
    except json.JSONDecodeError as e:
        print(ascii(bad), "->", e, "|", e.msg, e.pos, e.lineno, e.colno, e.doc == bad)
show(
    lambda: json.JSONDecodeError("m", "a\nbc", 3),
    lambda: repr(json.JSONDecodeError("m", "doc", 1)),
    lambda: (json.JSONDecodeError.__module__, json.JSONDecodeError.__mro__[1].__name__),
    lambda: json.JSONDecoder().raw_decode('{"a": 1} tail'),
    lambda: json.JSONDecoder().raw_decode('x [1, 2] tail', 2),
    lambda: json.JSONDecoder().raw_decode("x"),
    lambda: json.JSONDecoder(object_hook=lambda d: tuple(d)).decode('[{"a": 1}]'),
    lambda: json.JSONEncoder(indent=1, sort_keys=True).encode({"b": 1, "a": [1]}),
    lambda: "".join(json.JSONEncoder().iterencode({"b": [1, 2]})),
    lambda: json.decoder.JSONDecodeError is json.JSONDecodeError,
    lambda: dumps([1], cls=None),
)
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        if hasattr(o, "isoformat"):
            return {"__date__": o.isoformat()}
        return super().default(o)
class Dec(json.JSONDecoder):
    def __init__(self, *args, **kwargs):
        super().__init__(object_hook=self.hook, *args, **kwargs)
    def hook(self, d):
        return date.fromisoformat(d["__date__"]) if "__date__" in d else d
text = dumps({"s": {2, 1}, "d": date(2024, 1, 2)}, cls=Enc, indent=2)
print(text)
print(loads(text, cls=Dec))
show(lambda: dumps(1j, cls=Enc), lambda: dumps([set()], cls=Enc), lambda: Enc().encode({1: {2}}))
a = []
a.append(a)
show(lambda: dumps(a), lambda: dumps({"k": a}))
import io
f = io.StringIO()
json.dump({"a": [1, 2]}, f, indent=1)
print(f.getvalue())
f.seek(0)
print(json.load(f), json.load(io.BytesIO(b"[1]")))
