import re
print(re.findall(rb"\d+", b"a1b22"), re.sub(rb"a", b"x", b"banana"), re.match(rb"(\w+)", b"hi there").group(1), re.split(rb",", b"a,b"), re.compile(rb"x").pattern)
print(re.findall("\\N{SNOWMAN}|a", "a☃"), re.search(r"(?P<y>\d{4})-(?P<m>\d\d)", "on 2024-05").groupdict(), re.sub(r"(?P<a>x)", r"[\g<a>\g<0>\1]", "xx"), re.findall(r"(?x) \d + # digits", "a12"), re.findall(r"(?s).+", "a\nb"), re.findall(r"(?m)^\w", "a\nb"), re.findall(r"a(?=b)", "abac"), re.findall(r"a(?!b)", "abac"), re.findall(r"(?<!x)a", "xa a"), re.split(r"\s*,\s*", "a , b,c", maxsplit=1), re.split(r"(-)", "a-b"), re.split("", "abc"), re.findall("", "ab"), re.sub("", "-", "ab"), re.sub(r"x*", "-", "abxd"))
m = re.search(r"(a)(b)?(c)?", "xab")
print(m, m.groups(), m.groups("-"), m.group(1, 2), m.span(), m.span(3), m.start(2), m.end(), m.lastindex, m.lastgroup, m.string, m.pos, m.endpos, m.re.pattern, m[0], m.expand(r"<\1>"), bool(m), repr(m), m.regs)
p = re.compile(r"(\d)(?P<n>\w)", re.I | re.X)
print(p.groups, p.groupindex, p.flags & re.I, p, p.match("1a"), p.match("x1a", 1), p.search("zz1a", 0, 3), p.fullmatch("1a"), list(p.finditer("1a2b"))[1].group("n"), p.sub(lambda m: m["n"].upper(), "1a2b"), p.subn("-", "1a2b"), p.split("x1ay"))
print(re.escape("a.b*c-d e_f/"), re.sub(r"\d", lambda m: str(int(m[0]) + 1), "a1b9"), re.sub("a", r"\\", "a"), re.sub("a", r"\n", "a"), re.findall(r"[\w.+-]+@[\w-]+\.[\w.]+", "x ann@ex.co.uk, b.c+d@e.org"), re.findall(r"\b\w{3}\b", "the cat sat on"), re.match(r"^$", "") is not None, re.findall(r"[^\W\d_]+", "ab1_cé"), re.findall(r"(?i:A)b", "ab AB"), re.findall(r"(\w)\1", "aabbc"), re.findall(r"(?:ab)+", "ababx"), re.findall(r"a{2,3}?", "aaaa"), re.findall(r"a++b|x", "aab"), re.findall(r"(?>a+)b", "aab"), re.sub(r"(?a)\w", "_", "aé"), re.fullmatch(r"(?:(?P<h>\d+):)?(\d+)", "5").group("h"), re.findall(r"\u00e9|\x41|\101", "éAA"), re.findall(r"[a-c&&b]", "ab&"), re.I | re.M, re.IGNORECASE, re.findall(r"\Aab|c\Z", "abc"), re.findall("(a|ab)(c|bcd)(d*)", "abcd"))
for pat in ("(", "[", "*a", "a**", "(?P<1>a)", r"\1", "(?P<a>x)(?P<a>y)", "a{3,1}", r"\q", "(?z)", "[b-a]", "(?P=x)", ")", "a{2}{3}", "(?P<n", "\\"):
    try:
        re.compile(pat)
        print(pat, "ok")
    except re.error as e:
        print(pat, "|", e, "|", e.pos, e.msg)
for f in (lambda: re.sub("(a)", r"\2", "a"), lambda: re.search("a", "a").group(1), lambda: re.search("a", "a").group("x"), lambda: re.search("a", 5), lambda: re.match(b"a", "a"), lambda: re.sub("a", "\\g<x>", "a"), lambda: re.compile(5)):
    try:
        print(f())
    except Exception as e:
        print(isinstance(e, re.error), e)
print(re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", "1234567"), re.search(r"\bfoo\b", "a foo b").span(), [m.start() for m in re.finditer("a", "banana")], re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world", count=1), re.purge(), re.sub(r"[aeiou]", "", "education"), re.match("(?P<x>a)?b", "b")["x"], re.compile("a") == re.compile("a"), re.findall(r"(?P<k>\w+)=(?P<v>\w+)", "a=1 b=2"), dict(re.findall(r"(\w+)=(\w+)", "a=1 b=2")), re.sub(r"\s{2,}", " ", "a   b    c"), re.findall(r"\$?\d+(?:\.\d{2})?", "$12.50 and 7"))
