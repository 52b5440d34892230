import json
class C: pass
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, C): return {"c": 1}
        return super().default(o)
data = {"b": [1, 2.5, None, True, "x\"y\n\u00e9\U0001f600"], "a": {"n": {}}, "l": []}
try:
    print(json.loads('1.'))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads('.5'))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads('+1'))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads('-'))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads('{"a":1} x'))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads('{"a" 1}'))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads('{"a":1 "b":2}'))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads('{1:2}'))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads('[1,\n2,\n x]'))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads(None))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads('\ufeff[1]'))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.dumps(data, foo=1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.dumps())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(json.loads())
except Exception as error:
    print(type(error).__name__ + ':', error)
