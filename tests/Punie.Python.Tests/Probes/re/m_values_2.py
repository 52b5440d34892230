import re
print(re.split(r"[,;]\s*", "a, b;c"), re.split(r"(,)", "a,b,c"), re.split(r"\s+", " a b "), re.split(r",", "a,b,c", maxsplit=1), re.split(r"x*", "axbc"), re.split("", "abc"))
print([m.group() for m in re.finditer(r"\w+", "a bc d")], [m.span() for m in re.finditer(r"a", "banana")])
print(re.fullmatch(r"\d+", "123"), re.fullmatch(r"\d+", "123a"))
print(re.match(r"(?P<y>\d{4})-(?P<m>\d\d)", "2024-05").groupdict(), re.match(r"(?P<y>\d{4})-(?P<m>\d\d)", "2024-05").groups(), re.match(r"(a)(b)?", "a").groups(), re.match(r"(a)(b)?", "a").groups("X"), re.match(r"(a)(b)?", "a").group(2), re.match(r"(a)(b)", "ab").group(1, 2), re.match(r"(a)(b)", "ab")[0], re.match(r"(?P<q>a)", "a")["q"])
print(re.match(r"(a)(b)", "ab").lastindex, re.match(r"(?P<q>a)", "a").lastgroup, re.match("a", "a").lastindex, re.match("a", "ab").string, re.match("a", "ab").pos, re.match("a", "ab").endpos, re.match("a", "ab").re, re.match("a(b)", "ab").regs, re.match("(a)(b)?", "ab").span(2), re.match("(a)(b)?", "a").span(2), re.match("(a)(b)?", "a").start(2))
print(re.match(r"(a)", "a").expand(r"<\1>"))
print(re.I, re.IGNORECASE, re.M | re.I, re.X, re.S, re.A, re.U, re.NOFLAG)
