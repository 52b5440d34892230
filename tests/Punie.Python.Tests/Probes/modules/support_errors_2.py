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
    print(hashlib.sha256(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(heapq.heappop([]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(heapq.heapreplace([], 1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(heapq.heappush([1], "a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(bisect.bisect([1], "a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(bisect.bisect([1], 1, lo=-1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(uuid.UUID("abc"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(uuid.UUID())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(uuid.UUID(int=-1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(binascii.unhexlify("6"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(binascii.unhexlify("zz"))
except Exception as error:
    print(type(error).__name__ + ':', error)
