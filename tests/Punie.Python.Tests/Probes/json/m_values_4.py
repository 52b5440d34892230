import json
class C: pass
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, C): return {"c": 1}
        return super().default(o)
data = {"b": [1, 2.5, None, True, "x\"y\n\u00e9\U0001f600"], "a": {"n": {}}, "l": []}
print(json.dumps([1, 2], indent=True))
print(json.loads('{"a": [1, 2.0, "x", null, true, false]}'))
print(json.loads('[1e5, 1E5, -1.5e-3, 0, -0, -0.0, 123456789012345678901234567890]'))
print(json.loads('"\\u00e9\\n\\ud83d\\ude00\\/"'))
print(json.loads('[NaN, Infinity, -Infinity]'))
print(json.loads(b'[1]'), json.loads(bytearray(b'{"a":1}')))
print(json.loads('{"a":1,"a":2}'))
