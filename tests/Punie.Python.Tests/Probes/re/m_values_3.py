import re
print(repr(re.I), str(re.I), re.I.value, re.I.name, (re.I|re.M).value, int(re.I))
print(re.escape("a.b*c[d]"), re.escape("hello world!"), re.escape("a-b_c/d@e#f&g~h"), re.escape("é"))
print(re.match("A", "a", re.I), re.findall("^a", "a\na", re.M), re.findall("a.b", "a\nb", re.S), re.match("a b # comment", "ab", re.X), re.findall(r"\w", "é_1"), re.findall(r"\w", "é_1", re.A))
print(re.compile("a++"), re.compile("(?>a)"))
print(re.sub("a", r"\n\t\\", "a"))
print(re.sub("(a)", r"\g<0>\g<1>", "a"))
print(re.search(r"(?<=\$)\d+", "cost $45").group(), re.search(r"(?<!a)b", "ab b").span(), re.search(r"a(?=b)", "acab").span(), re.search(r"a(?!b)", "abac").span())
