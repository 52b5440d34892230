import json
class C: pass
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, C): return {"c": 1}
        return super().default(o)
data = {"b": [1, 2.5, None, True, "x\"y\n\u00e9\U0001f600"], "a": {"n": {}}, "l": []}
try:
    json.loads('{"a": 1,\n "b": }')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, e.doc)
    print(repr(e))
    print(e.args)
l = []
l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
d = {}; d["d"] = d
try: json.dumps(d)
except ValueError as e: print(e)
import io
s = io.StringIO(); json.dump({"a": [1]}, s); print(s.getvalue()); s.seek(0); print(json.load(s))
import enum, collections, dataclasses
class Co(enum.IntEnum): R = 1
class S(str, enum.Enum): A = "a"
class Sub(dict): pass
class I(int): pass
print(json.dumps([Co.R, S.A, Sub(a=1), I(5), collections.OrderedDict(a=1), collections.Counter("aab"), collections.defaultdict(list, {"x": [1]})]))
NT = collections.namedtuple("NT", "a b")
print(json.dumps(NT(1, 2)), json.dumps({"x": NT(1, [2])}))
@dataclasses.dataclass
class D:
    a: int
    b: list
print(json.dumps(dataclasses.asdict(D(1, [2]))))
try: json.dumps(D(1, []))
except TypeError as e: print(e)
import datetime
print(json.dumps({"d": datetime.date(2024, 1, 2)}, default=str))
try: json.dumps({"d": datetime.datetime(2024, 1, 2)})
except TypeError as e: print(e)
class Up(json.JSONDecoder):
    def __init__(self, *a, **k): super().__init__(object_hook=self.h, *a, **k)
    def h(self, d): return {k.upper(): v for k, v in d.items()}
print(json.loads('{"a": {"b": 1}}', cls=Up))
print(json.dumps({"k": 1.10, "z": 1e400 - 1e400 if False else 2}))
