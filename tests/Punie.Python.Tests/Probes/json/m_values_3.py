import json
class C: pass
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, C): return {"c": 1}
        return super().default(o)
data = {"b": [1, 2.5, None, True, "x\"y\n\u00e9\U0001f600"], "a": {"n": {}}, "l": []}
print(json.dumps([float("nan"), float("inf"), -float("inf")]))
print(json.dumps(1e16), json.dumps(0.1), json.dumps(1e-7), json.dumps(10**30), json.dumps(1.0), json.dumps(-0.0))
print(json.dumps("\x00\x1f\x7f\u2028/\\\b\f\r\t"))
print(json.dumps("é€😀"), json.dumps("é€😀", ensure_ascii=False))
print(json.dumps((1, 2)), json.dumps([]), json.dumps({}), json.dumps([[]], indent=2), json.dumps([{}], indent=2), json.dumps({"a": []}, indent=2), json.dumps({"a": ()}, indent=2))
print(json.dumps(None), json.dumps(True), json.dumps("a"), json.dumps(1))
print(json.dumps({"b": 1, "a": 2}, sort_keys=True))
