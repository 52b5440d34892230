import re
print(re.match(r"(a+?)(a*)", "aaa").groups(), re.match(r"a{2}", "aaa").group(), re.match(r"a{,2}", "aaa").group(), re.match(r"a{2,}", "aaa").group(), re.match(r"a{1,2}?", "aaa").group())
print(re.findall(r"\b\w", "hi there"), re.findall(r"\B\w", "hi"), re.search(r"\Aa", "ba"), re.search(r"a\Z", "ba"), re.search(r"a$", "a\n"), re.search(r"a\Z", "a\n"))
print(re.findall(r"[^\W\d_]+", "ab1_c"), re.findall(r"[\w.]+@[\w.]+", "x@y.com, a.b@c.d"), re.findall(r"[a-c\]]", "a]d"), re.findall(r"[]a]", "]a"), re.findall(r"[^]]", "]a"), re.findall("[-a]", "-a"), re.findall(r"\S+", " a b"))
print(re.match(r"(\w)\1", "aab").group(), re.match(r"(?P<c>\w)(?P=c)", "aab").group(), re.match(r"(?:ab)+", "ababa").group(), re.match(r"(?i)AB", "ab").group(), re.match(r"(?i:a)b", "Ab").group(), re.match("(?s).", "\n").group(), re.match(r"(a)?b(?(1)c|d)", "abc").group(), re.match(r"(a)?b(?(1)c|d)", "bd").group())
print(re.compile("a").match("ba", 1), re.compile("a").search("baa", 2), re.compile("a").findall("aaa", 1, 2), re.compile("^a").match("ba", 1), re.compile("a").fullmatch("ba", 1), list(re.compile("a").finditer("aa")))
print(re.compile("a") == re.compile("a"), re.compile("a") is re.compile("a"), hash(re.compile("a")) == hash(re.compile("a")))
print(re.findall(r"\d+(?:\.\d+)?", "1 2.5 3."), re.findall(r"(?m)^(\w+):\s*(.*)$", "a: 1\nb: 2"), re.sub(r"\s+", " ", "a  b \n c"), re.sub(r"^\s+|\s+$", "", "  x "), re.sub(r"(?<!^)(?=[A-Z])", "_", "camelCaseString").lower(), re.split(r"(?=[A-Z])", "aBcD"))
