import json
class C: pass
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, C): return {"c": 1}
        return super().default(o)
data = {"b": [1, 2.5, None, True, "x\"y\n\u00e9\U0001f600"], "a": {"n": {}}, "l": []}
print(json.loads('{"a":1,"b":2}', object_pairs_hook=lambda p: p))
print(json.loads('{"a":{"b":2}}', object_hook=lambda d: sorted(d.items())))
print(json.loads('[1.5, 2]', parse_float=str), json.loads('[1.5, 2]', parse_int=float), json.loads('[NaN]', parse_constant=lambda c: c))
print(json.loads('  [1]  \n'))
print(json.loads('[1]', strict=False), json.loads('"a\tb"', strict=False))
print(json.JSONDecoder().decode('[1]'), json.JSONDecoder().raw_decode('[1] rest'), json.JSONDecoder().raw_decode('{"a": 1}, 2'))
print(json.JSONDecoder(object_hook=lambda d: len(d)).decode('{"a": 1}'))
