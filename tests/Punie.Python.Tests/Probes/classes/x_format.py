class Money:
    def __init__(self, v): self.v = v
    def __format__(self, spec):
        if spec == "": return f"${self.v}"
        if spec.endswith("k"): return format(self.v / 1000, spec[:-1] + "f") + "k"
        return format(self.v, spec)
    def __str__(self): return "str!"
    def __repr__(self): return "repr!"
m = Money(12345)
print(f"{m} {m:.1k} {m:,} {m!s} {m!r:>8} {m!s:*<6}", "{:,.2f} {}".format(m, m), format(m), format(m, "x"), "%s %r" % (m, m), [m], {m: m})
class P:
    pass
try:
    f"{P():>10}"
except TypeError as e:
    print(e)
try:
    format([], "d")
except TypeError as e:
    print(e)
try:
    format("a", "d")
except ValueError as e:
    print(e)
try:
    format(1, "s")
except ValueError as e:
    print(e)
try:
    format(1.5, "d")
except ValueError as e:
    print(e)
try:
    format(1, "zz")
except ValueError as e:
    print(e)
class B2:
    def __format__(self, s): return 5
try:
    format(B2())
except TypeError as e:
    print(e)
class S2:
    def __str__(self): return 5
try:
    str(S2())
except TypeError as e:
    print(e)
class R2:
    def __repr__(self): return None
try:
    repr(R2())
except TypeError as e:
    print(e)
class L2:
    def __len__(self): return -1
try:
    len(L2())
except ValueError as e:
    print(e)
class L3:
    def __len__(self): return "a"
try:
    len(L3())
except TypeError as e:
    print(e)
class B3:
    def __bool__(self): return 1
try:
    bool(B3())
except TypeError as e:
    print(e)
class H:
    def __hash__(self): return "a"
try:
    hash(H())
except TypeError as e:
    print(e)
class It:
    def __iter__(self): return 5
try:
    iter(It())
except TypeError as e:
    print(e)
