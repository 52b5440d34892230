import copy, operator, base64, hashlib, heapq, bisect, time, uuid, binascii
from operator import *
class C:
    def __init__(self): self.a = [1]; self.b = {"x": C2()}
class C2: pass
class CC:
    def __init__(self, v): self.v = v
    def __copy__(self): return CC("copied")
    def __deepcopy__(self, memo): return CC("deep")
try:
    print(itemgetter())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(itemgetter(5)([1]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(itemgetter("a")({}))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(attrgetter("zz")(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(methodcaller("zz")(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(indexOf([1], 5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(add(1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(add("a", 1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(base64.b64decode("abc"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(base64.b64decode("a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(base64.b64encode("str"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(base64.b64decode("é"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(base64.b16decode("zz"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(base64.b32decode("1"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(hashlib.md5("a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(hashlib.new("zzz"))
except Exception as error:
    print(type(error).__name__ + ':', error)
