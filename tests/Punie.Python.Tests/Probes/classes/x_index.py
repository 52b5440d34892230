class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
i = I(2)
l = [10, 20, 30, 40]
print(l[i], l[I(-1)], l[I(1):I(3)], "abc"[i], range(10)[i], hex(I(255)), bin(I(5)), oct(I(8)), [0] * i, "ab" * i, list(range(I(3))), chr(I(65)), int(I(7)), float(I(3)), complex(I(4)), bytes(I(2)), round(3.14159, I(2)))
print(f"{5:{I(4).n}}", (1).__lshift__(3), divmod(7, 2), pow(2, 3), l.pop(I(0)), l)
try:
    l["a"]
except TypeError as e:
    print(e)
try:
    l[1.0]
except TypeError as e:
    print(e)
try:
    (1, 2)["a"]
except TypeError as e:
    print(e)
try:
    "abc"[None]
except TypeError as e:
    print(e)
class Bad:
    def __index__(self): return "x"
try:
    l[Bad()]
except TypeError as e:
    print(e)
class F:
    def __float__(self): return 2.5
    def __int__(self): return 7
    def __complex__(self): return 1+2j
    def __trunc__(self): return 3
    def __round__(self, n=None): return ("round", n)
    def __floor__(self): return "fl"
    def __ceil__(self): return "ce"
    def __abs__(self): return "abs"
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __bool__(self): return False
import math
f = F()
print(float(f), int(f), complex(f), math.trunc(f), round(f), round(f, 1), math.floor(f), math.ceil(f), abs(f), -f, +f, ~f, bool(f), not f, math.sqrt(F()))
