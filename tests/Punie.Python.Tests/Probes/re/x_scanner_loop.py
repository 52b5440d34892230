def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


import re
spec = [("NUMBER", r"\d+(?:\.\d*)?"), ("ASSIGN", r":="), ("END", r";"), ("ID", r"[A-Za-z]+"), ("OP", r"[+\-*/]"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+"), ("MISMATCH", r".")]
master = re.compile("|".join(f"(?P<{n}>{p})" for n, p in spec))
def tokenize(code):
    line, start = 1, 0
    for mo in master.finditer(code):
        kind, value, col = mo.lastgroup, mo.group(), mo.start() - start
        if kind == "NUMBER":
            value = float(value) if "." in value else int(value)
        elif kind == "NEWLINE":
            start, line = mo.end(), line + 1
            continue
        elif kind == "SKIP":
            continue
        elif kind == "MISMATCH":
            raise RuntimeError(f"{value!r} unexpected on line {line}")
        yield kind, value, line, col
for t in tokenize("x := 3.5 + y;\n z:=x*2;"):
    print(t)
try:
    list(tokenize("a ? b"))
except RuntimeError as e:
    print(e)
pos, pat, out = 0, re.compile(r"\s*(\w+)\s*(?:,|$)"), []
s = "one, two ,three"
while pos < len(s):
    m = pat.match(s, pos)
    if not m:
        break
    out.append(m[1])
    pos = m.end()
print(out, pos)
p = re.compile(r"b+")
show(
    lambda: (p.search("abbb", 2), p.search("abbb", 0, 2), p.match("abb", 1), p.fullmatch("abba", 1, 3), p.findall("bbabb", 1), [m.span() for m in p.finditer("bbabb", 1, 4)]),
    lambda: re.compile("^b").search("ab", 1),
    lambda: re.compile("^b").match("ab", 1),
    lambda: re.compile("b$").search("abc", 0, 2),
    lambda: re.compile(r"\bb").search("ab", 1),
    lambda: re.compile(r"(?<=a)b").search("ab", 1),
    lambda: p.search("abc", -5), 
    lambda: p.search("abc", 10),
    lambda: p.sub("x", "abbab", 1),
    lambda: p.subn("x", "abbab"),
    lambda: p.split("abbab", 1),
    lambda: p.search(string="ab"),
    lambda: p.search(string="ab", pos=1, endpos=2),
    lambda: re.sub(pattern="a", repl="b", string="aa", count=1, flags=0),
    lambda: re.sub("A", "b", "aa", 1, re.I),
    lambda: re.sub("A", "b", "aa", flags=re.I),
    lambda: re.split("A", "bab", 0, re.I),
    lambda: next(re.finditer("x", "ax")),
    lambda: next(re.finditer("x", "a"), "none"),
    lambda: type(re.finditer("x", "a")).__name__,
    lambda: re.Scanner([(r"\d+", lambda s, t: int(t)), (r"[a-z]+", lambda s, t: t.upper()), (r"\s+", None)]).scan("ab 12 cd !x"),
    lambda: re.match(r"(.)(.)?", "a").groups(),
    lambda: re.findall(r"(a)|b", "ab"),
    lambda: re.findall(r"(a)(x)?", "aax"),
    lambda: re.search("(?P<first>a)|(?P<second>b)", "b").lastgroup,
    lambda: re.search("((a)(b))", "ab").lastindex,
    lambda: re.search("(a)(b)", "ab").lastindex,
    lambda: copyied(re.compile("a")),
    lambda: re.match(r"(\d+)(?:\.(\d+))?", "24").groups(default="0"),
    lambda: re.match("(?P<x>a)", "a").groupdict().items(),
    lambda: [*re.match("(a)(b)", "ab").groups()],
    lambda: re.match("a", "abc").__class__,
    lambda: re.match("(?:a)(b)", "ab").span(1),
    lambda: isinstance(re.compile("a"), re.Pattern),
    lambda: re.Pattern[str],
    lambda: re.match(r"^(?:(\d+)|(\w+))+$", "12ab").groups(),
    lambda: re.match(r"(a|b)*", "abab").groups(),
    lambda: re.match(r"(?:(a)|b)*", "ab").groups(),
    lambda: re.match(r"(a)?b\1", "b"),
    lambda: re.findall(r"(?:(?P<u>[A-Z]+)|(?P<l>[a-z]+))", "abCD"),
    lambda: re.sub(r"(?P<w>\w+)", lambda m: f"{m.start()}:{m['w'][::-1]}", "ab cde"),
    lambda: re.sub(r"[aeiou]", {"a": "4", "e": "3"}.get, "b"),
    lambda: re.sub(r"(\d+)", lambda m: f"{int(m[1]) + 1:0{len(m[1])}}", "v009 x10"),
)
