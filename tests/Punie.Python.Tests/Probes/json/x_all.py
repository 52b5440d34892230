import json
print(json.dumps({"a": [1, 2.0, None, True], "b": {"c": "é\n\"\\/"}, 1: 2, None: 3, True: 4, 1.5: 5}), json.dumps("é", ensure_ascii=False), json.dumps([1, [2]], indent=2), json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.dumps([]), json.dumps({}, indent=1), json.dumps([[], {}], indent=1), json.dumps(float("nan")), json.dumps(1e100), json.dumps(10**20), json.dumps("\u2028\x00\x7f😀"), json.dumps((1, 2)), json.dumps({"a": 1}, indent="--"), json.dumps(0.1 + 0.2), json.dumps(-0.0), json.dumps(1e-7), json.dumps(True))
for f in (lambda: json.dumps({1, 2}), lambda: json.dumps({(1,): 2}), lambda: json.dumps(object), lambda: json.loads(""), lambda: json.loads("{"), lambda: json.loads("{'a': 1}"), lambda: json.loads('{"a" 1}'), lambda: json.loads("[1 2]"), lambda: json.loads("nul"), lambda: json.loads('"abc'), lambda: json.loads('"\\x"'), lambda: json.loads("1 2"), lambda: json.loads("01"), lambda: json.loads('"a\nb"'), lambda: json.loads(5), lambda: json.loads("\n\n  x"), lambda: json.dumps(b"x"), lambda: json.loads('[1, 2'), lambda: json.loads('"\\u12"'), lambda: json.loads("-")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
l = []; l.append(l)
try:
    json.dumps(l)
except ValueError as e:
    print(e)
print(json.loads('{"a": [1, 2.5, -3e2, null, true, "\\u00e9\\ud83d\\ude00"]}'), json.loads("[NaN, Infinity, -Infinity]"), json.loads(b'{"a": 1}'), json.loads('{"a": 1, "a": 2}'), json.loads("1.0"), json.loads("1E5"), type(json.loads("12345678901234567890")), json.loads(' [ ] '), json.loads('{"x": 1.10}', parse_float=str), json.loads('{"x": 1}', parse_int=float), json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())), json.loads('{"a": 1, "b": 2}', object_pairs_hook=list))
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if hasattr(o, "__dict__"): return vars(o)
        return super().default(o)
class P:
    def __init__(self): self.x = 1
print(json.dumps({"s": {3, 1}, "p": P()}, cls=Enc), json.dumps([P()], default=lambda o: o.__dict__), json.dumps({"a": P()}, default=str)[:20], json.dumps({(1, 2): 3, "k": 1}, skipkeys=True), Enc(indent=1).encode([1]))
try:
    json.dumps([1, {2j}], cls=Enc)
except TypeError as e:
    print(e)
try:
    json.loads('{"a": tru}')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, e.doc)
import io
b = io.StringIO(); json.dump({"a": 1}, b); b.seek(0); print(json.load(b), json.JSONDecoder().decode("[1]"), json.JSONDecoder().raw_decode("[1] x"), "".join(json.JSONEncoder().iterencode([1, 2])))
class MyInt(int): pass
class MyStr(str): pass
from enum import IntEnum
from collections import OrderedDict, namedtuple, defaultdict
class E(IntEnum): A = 1
print(json.dumps([MyInt(5), MyStr("x"), E.A, OrderedDict(b=1), namedtuple("N", "a b")(1, 2), defaultdict(int, z=1), {E.A: 1}]))
