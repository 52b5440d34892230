import json
class C: pass
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, C): return {"c": 1}
        return super().default(o)
data = {"b": [1, 2.5, None, True, "x\"y\n\u00e9\U0001f600"], "a": {"n": {}}, "l": []}
try:
    print(json.dumps({(1, 2): 3}))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.dumps({1, 2}))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.dumps(C()))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.dumps(b"abc"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.dumps(1+2j))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.dumps(object, cls=E))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.dumps(float("nan"), allow_nan=False))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.dumps(float("inf"), allow_nan=False))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.dumps({1: 1, "a": 2}, sort_keys=True))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads(''))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads(' '))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads('{'))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads('{"a"'))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads('{"a":'))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads('{"a":1'))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads('{"a":1,'))
except Exception as error:
    print(type(error).__name__ + ':', error)
