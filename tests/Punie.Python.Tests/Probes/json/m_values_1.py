import json
class C: pass
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, C): return {"c": 1}
        return super().default(o)
data = {"b": [1, 2.5, None, True, "x\"y\n\u00e9\U0001f600"], "a": {"n": {}}, "l": []}
print(json.dumps(data))
print(json.dumps(data, indent=2))
print(json.dumps(data, indent=4, sort_keys=True))
print(json.dumps(data, indent="\t"))
print(json.dumps(data, indent=0))
print(json.dumps(data, separators=(",", ":")))
print(json.dumps(data, ensure_ascii=False))
