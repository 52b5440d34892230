import json
class C: pass
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, C): return {"c": 1}
        return super().default(o)
data = {"b": [1, 2.5, None, True, "x\"y\n\u00e9\U0001f600"], "a": {"n": {}}, "l": []}
print(json.JSONDecodeError, issubclass(json.JSONDecodeError, ValueError))
print(json.decoder.JSONDecodeError is json.JSONDecodeError)
print(json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False, default=str))
print(json.dumps({"a": {"b": {"c": [1, [2, [3]]]}}}, indent=1))
