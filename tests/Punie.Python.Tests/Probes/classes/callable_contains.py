class C:
    def __call__(self, *a, **k): return a, k
    def __contains__(self, x): return x > 3
    def __len__(self): return 0
    def __iter__(self): yield from (1, 2)
    def __reversed__(self): return iter("rev")
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 3
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "tr"
    def __floor__(self): return "fl"
    def __ceil__(self): return "ce"
    def __abs__(self): return "abs"
    def __pos__(self): return "pos"
    def __neg__(self): return "neg"
    def __invert__(self): return "inv"
    def __divmod__(self, o): return ("dm", o)
    def __rdivmod__(self, o): return ("rdm", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return ("rpow", o)
    def __matmul__(self, o): return ("mm", o)
    def __rmatmul__(self, o): return ("rmm", o)
    def __bytes__(self): return b"by"
    def __dir__(self): return ["b", "a"]
    def __hash__(self): return 12
    def __length_hint__(self): return 5
    def __sizeof__(self): return 1
c = C()
print(c(1, a=2), 5 in c, 1 in c, bool(c), list(c), list(reversed(c)), c[1:2, ..., 3], c[1])
c[1] = 2; del c[1:2]
print(int(c), float(c), [1,2,3,4][c], round(c), round(c, 2), abs(c), +c, -c, ~c)
import math
print(math.trunc(c), math.floor(c), math.ceil(c), divmod(c, 1), divmod(1, c), c ** 2, pow(c, 2, 3), 2 ** c, c @ 1, 1 @ c, bytes(c), dir(c), hash(c), hex(c), "abc" * 2, range(c), "%d" % 3)
