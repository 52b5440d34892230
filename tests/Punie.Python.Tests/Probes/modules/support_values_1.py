import copy, operator, base64, hashlib, heapq, bisect, time, uuid, binascii
from operator import *
class C:
    def __init__(self): self.a = [1]; self.b = {"x": C2()}
class C2: pass
class CC:
    def __init__(self, v): self.v = v
    def __copy__(self): return CC("copied")
    def __deepcopy__(self, memo): return CC("deep")
print(call(len, [1]) if hasattr(operator, "call") else 1)
print(setitem([1], 0, 2), delitem({1: 2}, 1))
print(base64.b64decode("!!!!"))
print(base64.b16decode("6a", True) if False else base64.b16decode("6a", casefold=True))
print(heapq.nlargest(2, [1, 3, 2]), heapq.nsmallest(2, [3, 1, 2]), heapq.nlargest(2, ["a", "bbb", "cc"], key=len), list(heapq.merge([1, 4], [2, 3])), list(heapq.merge([4, 1], [3, 2], reverse=True)), heapq.nsmallest(5, [1]), heapq.heappushpop([1, 2], 0), heapq.heapreplace([1, 2], 5), list(heapq.merge(["a", "ccc"], ["bb"], key=len)), heapq.nlargest(0, [1]))
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect_right([1, 2, 2, 3], 2), bisect.bisect([], 1), bisect.bisect_left([1, 2, 3], 2, lo=2), bisect.bisect([1, 2], 5, hi=1), bisect.bisect_left(["a", "bb"], 2, key=len))
print(b"ab".hex(), bytes.fromhex("61 62"), b"abc".hex(":"), b"abcd".hex("-", 2))
