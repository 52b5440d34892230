def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


import re
show(
    lambda: re.findall(r"\w+(?=\()", "f(x) + g (y) h(z)"),
    lambda: re.findall(r"(?<!\d)\d{2}(?!\d)", "1 12 123 45"),
    lambda: re.findall(r"(?<=a|b)c", "ac bc cc"),
    lambda: re.findall(r"(?<=ab|cd)e", "abe cde e"),
    lambda: re.findall(r"(?<=^a)b", "ab"),
    lambda: re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", "1234567"),
    lambda: re.sub(r"(?<!^)(?=[A-Z])", "_", "camelCaseString").lower(),
    lambda: re.findall(r"(?=(\w\w))", "abcd"),
    lambda: re.match(r"(?=.*\d)(?=.*[a-z]).{4,}", "abc1"),
    lambda: re.match(r"(a+)+$", "a" * 20 + "b"),
    lambda: re.findall(r"(\w)\1", "aabbcd eeff"),
    lambda: re.findall(r"(?P<q>['\"]).*?(?P=q)", "'a' \"b\" 'c\""),
    lambda: [m.group() for m in re.finditer(r"(?P<q>['\"]).*?(?P=q)", "'a' \"b\" 'c\"")],
    lambda: re.match(r"(<)?a(?(1)>|$)", "<a>"),
    lambda: re.match(r"(<)?a(?(1)>|$)", "<a"),
    lambda: re.match(r"(?P<o>\()?\d+(?(o)\))$", "(12)"),
    lambda: re.match(r"(?>a+)ab", "aaab"),
    lambda: re.match(r"a++b", "aaab"),
    lambda: re.match(r"a*+a", "aaa"),
    lambda: re.match(r"a?+a", "a"),
    lambda: re.match(r"a{1,2}+a", "aa"),
    lambda: re.findall(r"a{,2}", "aaaa"),
    lambda: re.findall(r"a{2}?", "aaaa"),
    lambda: re.findall(r"x{a}", "x{a}"),
    lambda: re.findall(r"a{2,}?", "aaaaa"),
    lambda: re.findall(b"[a-z]+", b"ab 12 cd"),
    lambda: re.sub(b"(a)(b)", rb"\2\1", b"xabx"),
    lambda: re.split(b",", b"a,b"),
    lambda: re.match(b"(?P<n>.)", b"\xff").groupdict(),
    lambda: re.search(rb"\xff+", b"a\xff\xffb").span(),
    lambda: re.findall(rb"\w", "é".encode()),
    lambda: re.match(rb".", b"\n"),
    lambda: re.compile(b"a+"),
    lambda: re.search(b"b", b"abc"),
    lambda: re.sub(b"a", lambda m: m.group().upper(), b"banana"),
    lambda: re.search("b", "abc").string,
    lambda: re.search(b"b", bytearray(b"abc")).group(),
    lambda: re.fullmatch(r"(?:a|ab)(?:c|bcd)(?:d*)", "abcd").group(),
    lambda: re.findall(r"\N{GREEK SMALL LETTER ALPHA}", "xαβ"),
    lambda: re.findall(r"[\N{DIGIT ONE}-\N{DIGIT THREE}]", "01234"),
    lambda: re.findall("\u00df", "STRASSE ß ẞ", re.I),
    lambda: re.findall("[à-ü]", "ÀÉx", re.I),
    lambda: re.findall("k", "K\u212a", re.I),
    lambda: re.findall(r"\s", "a\u00a0b\u2003c\x1cd\x85e"),
    lambda: re.findall(r"[\s\S]", "a\n"),
    lambda: re.findall(r"[^\s]", "a b\n"),
    lambda: re.findall(r"[]a]", "]a"),
    lambda: re.findall(r"[^]a]", "]ab"),
    lambda: re.findall(r"[a\-z]", "a-z b"),
    lambda: re.findall(r"[a-]", "a-"),
    lambda: re.findall(r"[.*+?]", ".*+?a"),
    lambda: re.findall(r"[[]", "["),
    lambda: re.findall(r"[\]\\^]", "]\\^"),
    lambda: re.findall(r"[\b]", "\b b"),
    lambda: re.findall(r"\0\x41\u0042\U00000043\104", "\0ABCD"),
    lambda: re.findall(r"\.\-\/\ \#", ".-/ #"),
)
p = re.compile(r"""
    ^ (?P<key> [^=\s]+ )   # the key
    \s* = \s*              # equals # more
    (?P<value> "[^"]*" | [^#]*? )  # value
    \s* (?: \#\s*(?P<note>.*) )? $
""", re.VERBOSE | re.MULTILINE)
for m in p.finditer('a = 1\nb="x # y" # note\n c = 3'):
    print(m.lastgroup, m.groupdict(), m.span())
print(p.sub(lambda m: m["key"].upper(), "k = v # n"))
print(re.findall(r"(?x) [ ] a \  b", " a b"), re.compile(r"a b", re.X).match("ab"), re.match(r"(?x: a b ) c", "ab c"))
