def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


import re
patterns = ["(", ")", "[", "[a", "a**", "*a", "+", "?", "a{2,1}", "(?P<1a>x)", "(?P<a", "(?P<a>x)(?P<a>y)", "(?P=zz)", "\\", "(?z)", "(?P>x)", "(?<a>x)", "[b-a]", "[\\w-a]", "a{99999999999}",
            "\\1", "(a)\\2", "(?<=a*)b", "(?<!a+b)c", "(?i", "(?", "(?:", "(?#abc", "x(?i)y", "\\N{no such name}", "\\p{L}", "[\\q]", "\\x1", "\\u12", "\\U0011FFFF", "(?P<n>a)(?(m)b|c)", "(a)(?(1)b|c|d)", "(?(2)a)",
            "(?a-u:x)", "(?i-i:x)", "(?L)a", "(?au)x", "((((a)", "a)b", "(?P<a>.)(?P=a", "(?P", "(?-", "(?i-", "[]", "[^]", "a++b", "a*+", "(?>ab)", "x{,3}", "x{3", "x{a}", "(?P<>a)", "(?P=)", "[a-\\d]", "\\8", "(?:a", "a|*", "(|a)*", "^*", "(?=a)*", "$+", "\\b*"]
for p in patterns:
    try:
        c = re.compile(p)
        print("ok", ascii(p), c.groups, dict(c.groupindex))
    except re.error as e:
        print(ascii(p), "->", e, "|", e.msg, e.pos, e.lineno, e.colno)
    except Exception as e:
        print(ascii(p), type(e).__name__, e)
try:
    re.compile("a\n(b\n*)\n**")
except re.error as e:
    print(e, e.lineno, e.colno, e.pattern == "a\n(b\n*)\n**")
show(
    lambda: re.match("a", b"a"),
    lambda: re.match(b"a", "a"),
    lambda: re.match("a", 5),
    lambda: re.match(5, "a"),
    lambda: re.match("a", None),
    lambda: re.sub("a", "b", 5),
    lambda: re.sub("a", 5, "a"),
    lambda: re.sub("a", b"b", "a"),
    lambda: re.compile(re.compile("a"), re.I),
    lambda: re.findall("a"),
    lambda: re.compile("a").group,
    lambda: re.search("a", "a").foo,
    lambda: re.compile("").sub("x", "ab", count=1),
    lambda: re.sub("a", lambda m: 5, "a"),
    lambda: re.sub("a", lambda: "x", "a"),
    lambda: re.split("a", "bab", maxsplit=-1),
    lambda: re.error("msg", "pat", 1),
    lambda: issubclass(re.error, Exception),
    lambda: re.escape("a.b*c?[]{}()^$|\\/-&~# \t\n'\"é_%"),
    lambda: re.escape(b"a.b-c"),
)
