import string
from string import Template, Formatter
print(string.capwords("hello wORLD x"), string.ascii_letters, string.hexdigits, string.octdigits, repr(string.whitespace), string.printable[:12])
t = Template("$a ${b}x $$ $c")
print(t.safe_substitute(a=1, b=2), t.substitute({"a": 1}, b=2, c=3), t.template)
try:
    t.substitute(a=1)
except KeyError as e:
    print(repr(e))
try:
    Template("$ x").substitute()
except ValueError as e:
    print(e)
class F(Formatter):
    def get_value(self, k, a, kw): return kw.get(k, f"<{k}>") if isinstance(k, str) else a[k]
    def convert_field(self, v, c): return str(v).upper() if c == "u" else super().convert_field(v, c)
print(F().format("{0} {x} {y!u}", 1, y="abc"), list(Formatter().parse("a{b!r:>3}c{{")), Formatter().vformat("{} {}", (1, 2), {}))
class T2(Template):
    delimiter = "%"
print(T2("%x $y").substitute(x=1), T2("%x").get_identifiers() if hasattr(T2, "get_identifiers") else ["x"])
print("{0.real} {1[0]} {2[k]} {a.b}".format(1, [5], {"k": "v"}, a=type("Q", (), {"b": 3})), "{:{}}".format("x", 5), "{!r:>6}".format("a"), "{{}}".format(), "{:,} {:_} {:e} {:%} {:08.3f} {:+d} {:x} {:#o} {:c} {:>5} {:^5} {:*<5}".format(1234567, 1234567, 12345.678, .25, 3.14159, 5, 255, 8, 65, "a", "b", "c"))
for bad in ("{", "}", "{0} {}", "{a}", "{1}", "{0.x}", "{0[z]}", "{:d}"):
    try:
        print(bad.format("s"))
    except Exception as e:
        print(type(e).__name__, e)
for f, a in (("%d", "x"), ("%s %s", (1,)), ("%s", (1, 2)), ("%q", 1), ("%", 1), ("%(a)s", 1), ("%c", "ab"), ("%x", 1.5), ("%.2f", "a"), ("%*d", (5, 3)), ("%-5s|", "a"), ("%+05d", 3), ("%5.1f%%", 2.25), ("%r %a", ("é", "é")), ("%e %g %G", (1234.5, 1e-5, 1e20)), ("%#x %#o", (255, 8)), ("%i %u", (1, 2)), ("%s", None), ("%s", [1]), ("%(x)d %(y)s", {"x": 1, "y": 2}), ("%%", ()), ("%5s%-5d|", ("a", 1)), ("%.3s", "abcdef"), ("%c%c", (65, "B")), ("% d", 5), ("%ld", 5)):
    try:
        print(f % a)
    except Exception as e:
        print(type(e).__name__, e)
