def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


import re
show(
    lambda: re.split(r"(,)|(;)", "a,b;c"),
    lambda: re.split(r"\s*", "a b c"),
    lambda: re.split(r"(?<=,)", "a,b,c"),
    lambda: re.split("x*", "axbc"),
    lambda: re.split(r"(\W+)", "Words, words, words.", maxsplit=1),
    lambda: re.split("", "abc"),
    lambda: re.split(r"\b", "hi there"),
    lambda: re.sub("x*", "-", "abxd"),
    lambda: re.sub(r"\b", "|", "ab cd"),
    lambda: re.sub("", "-", "abc"),
    lambda: re.subn(r"(?i)[aeiou]", "*", "Education"),
    lambda: re.sub(r"(a)(b)?", r"[\1\2]", "ab a"),
    lambda: re.sub(r"(?P<y>\d{4})-(?P<m>\d\d)", r"\g<m>/\g<y>", "on 2024-05 and 2023-11"),
    lambda: re.sub(r"(.)", r"\g<0>\g<0>", "abc"),
    lambda: re.sub("a", r"\n\t\\", "xax"),
    lambda: re.sub("(a)", r"\g<b>", "xax"),
    lambda: re.sub("(a)", r"\07\101", "xax"),
    lambda: re.findall(r"(?s).", "a\nb"),
    lambda: re.findall(r"(?m)^\w", "a\nb\nc"),
    lambda: re.findall(r"(?x) a  b # comment", "ab a b"),
    lambda: re.findall(r"(?i:a)b", "ab Ab AB aB"),
    lambda: re.findall(r"(?-i:a)b", "ab AB Ab", re.I),
    lambda: re.findall(r"(?a:\w+)", "caf\u00e9 na\u00efve"),
    lambda: re.findall(r"\w+", "caf\u00e9 na\u00efve \u4f60\u597d", re.A),
    lambda: re.findall(r"\d", "1\u0663\u00b2"),
    lambda: re.findall(r"[^\W\d_]+", "ab1_c2"),
    lambda: re.findall(r"[\w.-]+@[\w-]+\.\w+", "x.y@z-w.com, q@r.org"),
    lambda: re.findall(r"\$", "a$b$"),
    lambda: re.findall(r"$", "a\nb\n"),
    lambda: re.findall(r"(?m)$", "a\nb\n"),
    lambda: re.findall(r"a\Z", "a\n"), 
    lambda: re.findall(r"\Aa", "aa"),
)
m = re.match(r"(?P<a>x)?(?P<b>y)(?P<c>z)?", "y!")
show(
    lambda: (m.groups(), m.groups("-"), m.groupdict(), m.groupdict("n")),
    lambda: (m.lastindex, m.lastgroup, m.regs, m.pos, m.endpos, m.string, m.re.pattern),
    lambda: (m.start("a"), m.end("a"), m.span("c"), m["b"], m[2], m.group("a", "b", 0)),
    lambda: m.group(7),
    lambda: m.group("zz"),
    lambda: m[9],
    lambda: m.start("q"),
    lambda: m.expand(r"<\g<b>|\1|\g<c>>"),
    lambda: repr(m),
    lambda: bool(m),
    lambda: m.re.groups,
    lambda: dict(m.re.groupindex),
    lambda: m.re.flags,
    lambda: re.compile("a", re.I | re.M).flags,
    lambda: re.compile(b"a", re.I).flags,
    lambda: re.I | re.M,
    lambda: repr(re.IGNORECASE),
    lambda: str(re.X),
    lambda: re.compile("a", re.I | re.X),
    lambda: re.compile("a" * 300).__repr__()[:40],
    lambda: re.compile(r"\d+(?#note)x").fullmatch("12x"),
    lambda: re.RegexFlag(2),
    lambda: int(re.S),
    lambda: re.I in (re.I | re.S),
    lambda: re.compile("a") == re.compile("a"),
    lambda: hash(re.compile("a")) == hash(re.compile("a")),
)
