def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


import string, textwrap, pprint, fnmatch, io, contextlib, heapq, bisect, copy, operator, urllib.parse as up
t = "  Hello there, how are you this fine day?  I'm adding quite a bit of text to this well-documented paragraph-like string, averylongwordthatneverends."
show(
    lambda: textwrap.wrap(t, 30),
    lambda: textwrap.fill(t, 40, initial_indent="* ", subsequent_indent="  "),
    lambda: textwrap.wrap(t, 12, break_long_words=False),
    lambda: textwrap.wrap("a-b-c well-known foo--bar -x --yy a-1 1-a e-mail", 6),
    lambda: textwrap.wrap("a-b-c well-known foo--bar", 8, break_on_hyphens=False),
    lambda: textwrap.wrap("one. two? three!  four", 10, fix_sentence_endings=True),
    lambda: textwrap.wrap("a\tb\nc   d", 6, expand_tabs=False, replace_whitespace=False, drop_whitespace=False),
    lambda: textwrap.wrap("", 5) + textwrap.wrap("   ", 5),
    lambda: textwrap.wrap("x", 0),
    lambda: textwrap.shorten("Hello  world, this is long", 15),
    lambda: textwrap.shorten("Hello world", 11) + textwrap.shorten("Hello world", 10) + textwrap.shorten("Hello world", 12, placeholder="..."),
    lambda: textwrap.shorten("Hello", 2),
    lambda: textwrap.shorten("aaa bbb ccc", 8, placeholder="…"),
    lambda: textwrap.dedent("  a\n    b\n\n   \n  c"),
    lambda: textwrap.dedent("\ta\n\t b\n"),
    lambda: textwrap.dedent("  a\n\tb"),
    lambda: textwrap.indent("a\n\nb\n  \n", "> "),
    lambda: textwrap.indent("a\nb", "- ", lambda l: "a" in l),
    lambda: textwrap.wrap(t, 40, max_lines=2),
    lambda: textwrap.wrap(t, 40, max_lines=2, placeholder="~"),
    lambda: textwrap.TextWrapper(width=20, max_lines=1).fill(t),
    lambda: (string.ascii_letters, string.punctuation, repr(string.whitespace), string.printable[-8:], string.hexdigits, string.capwords("hello  wORLD foo"), string.capwords("a-b-c", "-")),
    lambda: string.Template("$a ${b}c $$ $d").substitute(a=1, b=2, d=3),
    lambda: string.Template("$a $b").substitute({"a": 1}),
    lambda: string.Template("$a $b $").safe_substitute({"a": 1}),
    lambda: string.Template("$a $").substitute(a=1),
    lambda: string.Template("x\ny ${1}").substitute(),
    lambda: (string.Template("$a $b ${c}").get_identifiers(), string.Template("$a").is_valid(), string.Template("$").is_valid(), string.Template("$x").template),
    lambda: string.Formatter().format("{0} {a!r:>5} {b[k]} {c.real}", 1, a="x", b={"k": 2}, c=3),
    lambda: list(string.Formatter().parse("a{b!r:c}{{d}}{0}")),
    lambda: string.Formatter().vformat("{} {}", (1, 2), {}),
    lambda: string.Formatter().format("{0} {}", 1),
    lambda: string.Formatter().format("{x}"),
    lambda: pprint.pformat({"b": [1, 2, 3], "a": {"x": "y" * 30, "z": list(range(20))}, "c": ("t",)}, width=40),
    lambda: pprint.pformat([list(range(30)), "a" * 100, {1, 2}, {"k": None}], width=60, indent=4, compact=True),
    lambda: pprint.pformat({"z": 1, "a": 2}, sort_dicts=False) + pprint.pformat({"z": 1, "a": 2}),
    lambda: pprint.pformat([[[[1]]]], depth=2),
    lambda: pprint.pformat("word " * 30, width=40),
    lambda: pprint.pformat(1234567, underscore_numbers=True),
    lambda: pprint.pp({"b": 1, "a": [1] * 50}, width=30, compact=True),
    lambda: (fnmatch.fnmatch("a.py", "*.py"), fnmatch.filter(["a.py", "b.txt", "c.PY"], "*.py"), fnmatch.fnmatchcase("ab", "a[!c]"), fnmatch.translate("*.t?t")),
    lambda: (heapq.nlargest(2, [3, 1, 5]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([4, 1], [3, 2], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)), heapq.heappushpop([1, 2], 0), heapq.heapreplace([1, 2], 5)),
    lambda: heapq.heappop([]),
    lambda: (bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect_right([1, 5], 3, 0, 1), bisect.bisect([("a", 1), ("b", 2)], 1, key=lambda p: p[1])),
    lambda: bisect.bisect([1], 2, lo=-1),
    lambda: (operator.itemgetter(1, 0)("ab"), operator.attrgetter("real", "imag")(1j), operator.methodcaller("split", ",")("a,b"), operator.itemgetter(slice(1, 3))([1, 2, 3]), repr(operator.itemgetter(1, "a")), repr(operator.attrgetter("a.b")), repr(operator.methodcaller("f", 1, k=2))),
    lambda: operator.itemgetter("x")({}),
    lambda: operator.attrgetter("a.b")(5),
    lambda: (operator.concat([1], [2]), operator.contains([1], 1), operator.countOf([1, 1], 1), operator.indexOf([5, 6], 6), operator.truth(0), operator.is_(1, 1), operator.not_(1), operator.floordiv(7, 2), operator.mod(7, 3), operator.xor(5, 3), operator.inv(5), operator.pos(-1), operator.matmul, operator.index(True), operator.length_hint([1, 2]), operator.iadd([1], [2]), operator.call(max, 1, 2)),
    lambda: operator.indexOf([1], 5),
    lambda: (up.urlparse("https://u:p@h.com:8080/a/b;x?q=1&r=2#f"), up.urlsplit("//h/p").netloc, up.urlparse("http://h:99/").port, up.urlparse("https://User@Host.COM/").hostname, up.urlunparse(("http", "h", "/p", "", "q=1", "f")), up.urljoin("http://a/b/c", "../d"), up.urljoin("http://a/b/", "?x=1"), up.urljoin("http://a/b", "//c/d")),
    lambda: (up.quote("a b/c?é"), up.quote("a/b", safe=""), up.quote_plus("a b&c"), up.unquote("a%20b%C3%A9%zz"), up.unquote_plus("a+b%2B"), up.urlencode([("a", 1), ("b", "x y")]), up.urlencode({"a": [1, 2]}, doseq=True), up.urlencode({"é": "ü"}), up.parse_qs("a=1&b=2&a=3&c="), up.parse_qs("c=&d", keep_blank_values=True), up.parse_qsl("a=1&b=%20"), up.urldefrag("http://a/b#c"), up.unquote_to_bytes("%ff"), up.quote_from_bytes(b"\xff a")),
    lambda: up.urlparse("http://h:abc/").port,
    lambda: up.parse_qs("a;b", strict_parsing=True),
    lambda: up.urlparse("http://[::1]:80/").hostname,
)
o = [[1], {"a": [2]}]
class C:
    def __init__(self):
        self.v = [1]
    def __copy__(self):
        return "copied"
class Dc:
    def __init__(self, v):
        self.v = v
    def __deepcopy__(self, memo):
        return Dc(copy.deepcopy(self.v, memo) + ["deep"])
x = copy.deepcopy(o)
y = copy.copy(o)
o[0].append(9)
print(x, y, copy.copy(C()), copy.deepcopy(C()).v, copy.deepcopy([Dc([1])])[0].v, copy.copy((1,)), copy.deepcopy({1: (2, [3])}))
s = []
s.append(s)
z = copy.deepcopy(s)
print(z[0] is z, copy.error.__name__)
f = io.StringIO("a\nb\nc")
print(f.readline(), f.read(1), f.tell(), f.readlines(), f.seek(0), list(f), f.getvalue(), f.closed)
with contextlib.redirect_stdout(io.StringIO()) as buf:
    print("hidden")
print(repr(buf.getvalue()))
with contextlib.suppress(ZeroDivisionError, KeyError):
    1 / 0
@contextlib.contextmanager
def tag(n):
    print("<", n)
    try:
        yield n.upper()
    except ValueError as e:
        print("caught", e)
    finally:
        print(">", n)
with tag("a") as v:
    print(v)
    raise ValueError("inside")
with contextlib.ExitStack() as st:
    r = [st.enter_context(tag(k)) for k in "xy"]
    st.callback(print, "cb", 1)
    print(r)
with contextlib.nullcontext(5) as n, contextlib.closing(io.StringIO()) as cl:
    print(n)
print(cl.closed)
b = io.BytesIO(b"abc")
print(b.read(2), b.write(b"ZZ"), b.getvalue(), b.seek(-1, 2), b.read(), b.getbuffer()[0])
w = io.StringIO()
print(w.write("hi\n"), w.writelines(["a", "b"]), w.truncate(2), w.getvalue())
try:
    w.close()
    w.write("x")
except ValueError as e:
    print(e)
