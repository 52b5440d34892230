import json, math, decimal, datetime, dataclasses, enum, collections
class E(enum.IntEnum): A = 1
class SE(str, enum.Enum): X = "x"
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, datetime.date): return o.isoformat()
        return super().default(o)
P = collections.namedtuple("P", "x y")
try:
    print(json.dumps({"a": E.A, "b": SE.X, 1: 2, None: 3, True: 4, 1.5: 5}), json.dumps(P(1, 2)), json.dumps({"s": {1, 2}}, cls=Enc), Enc().encode({2, 1}), json.dumps(collections.OrderedDict(a=1)), json.dumps(collections.defaultdict(int, a=1)), json.dumps((1, [2])), json.dumps("é\u2028\x00\"\\/\b\f\n\r\t😀"), json.dumps("é😀", ensure_ascii=False), json.dumps([1.0, 1e20, 1e-7, -0.0, 10**20]))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(json.dumps({"b": 1, "a": {"z": [], "y": {}}}, indent=2, sort_keys=True), json.dumps([1, [2, 3]], indent="--"), json.dumps([1, 2], separators=(",", ":")), json.dumps({"a": [1, 2]}, indent=0), json.dumps([], indent=2), json.dumps({"a": 1}, indent=4, separators=(", ", " = ")), json.dumps(float("nan")), json.dumps([float("inf"), -float("inf")]))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.dumps(float("nan"), allow_nan=False)))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.dumps({1, 2})))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.dumps(object)))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.dumps({(1, 2): 3})))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.dumps({(1, 2): 3}, skipkeys=True)))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(json.dumps({"a": decimal.Decimal("1.5")}, default=str), json.dumps([datetime.date(2024, 1, 1)], default=lambda o: o.isoformat()), json.dumps({"a": b"x"}, default=lambda o: o.decode()))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.dumps(b"x")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.dumps([{"a": [object()]}])))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.dumps({"a": 1, "b": {3: complex(1, 2)}})))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    l = []; l.append(l); json.dumps(l)
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    d = {}; d["d"] = d; json.dumps(d)
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(json.loads('{"a": [1, 2.5, -3e2, true, false, null, "x\\u00e9\\n\\ud83d\\ude00"], "b": {}}'), json.loads(" [1] "), json.loads('"x"'), json.loads("1"), json.loads("NaN"), json.loads("-Infinity"), json.loads(b'{"a": 1}'), json.loads('{"a": 1, "a": 2}'), json.loads("1E400"), json.loads("-0"), json.loads("-0.0"), json.loads("[1.0]", parse_float=decimal.Decimal), json.loads("[1]", parse_int=float), json.loads('{"a": {"b": 1}}', object_hook=lambda d: P(*list(d.items())[0])), json.loads('{"a": 1, "b": 2}', object_pairs_hook=list), json.loads("[NaN]", parse_constant=lambda c: c))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("{")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("[1,]")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads('{"a": 1,}')))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("{'a': 1}")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads('{"a" 1}')))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads('{"a": 1 "b": 2}')))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("[1 2]")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads('"abc')))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads('"a\nb"')))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads('"\\x"')))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads('"\\u12"')))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("nul")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("01")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("1.")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("[1] x")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("{1: 2}")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads(5)))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("\ufeff[]")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("tru")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("[")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("]")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("+1")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads(".5")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.loads("[\n1,\n2,\n]")))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    json.loads('{"a":\n  tru}')
except json.JSONDecodeError as e:
    print(e.msg, e.doc, e.pos, e.lineno, e.colno, e, repr(e), isinstance(e, ValueError))
try:
    print(json.JSONDecoder().raw_decode('[1] rest'), json.JSONDecoder().decode("[1]"), "".join(json.JSONEncoder().iterencode([1, "a"])), json.JSONEncoder(indent=1).encode([1]), json.dumps({"k": None}, cls=json.JSONEncoder))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(json.dumps("x" * 3, indent=None), json.dumps({"a": {"b": [1, {"c": 2}]}}, indent=1), json.dumps({True: 1}), json.dumps({"x": ()}), json.dumps(10**30), json.dumps(True), json.dumps(None), json.dumps(dataclasses.asdict(dataclasses.make_dataclass("D", ["a"])(1))))
except Exception as _e:
    print(type(_e).__name__, _e)
try:
    print(repr(json.dumps({"b": 1, 2: 3}, sort_keys=True)))
except Exception as _e:
    print(type(_e).__name__, _e)
