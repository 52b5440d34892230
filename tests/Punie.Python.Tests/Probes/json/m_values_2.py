import json
class C: pass
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, C): return {"c": 1}
        return super().default(o)
data = {"b": [1, 2.5, None, True, "x\"y\n\u00e9\U0001f600"], "a": {"n": {}}, "l": []}
print(json.dumps(data, indent=2, separators=(",", ": ")))
print(json.dumps({1: 2, 1.5: 3, True: 4, None: 5, "x": 6}))
print(json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))
print(json.dumps({1, 2}, cls=E))
print(json.dumps([C(), {3, 1}], cls=E))
print(json.dumps({1, 2}, default=list))
print(json.dumps(C(), default=lambda o: o.__class__.__name__))
