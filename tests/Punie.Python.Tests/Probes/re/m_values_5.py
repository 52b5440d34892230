import re
print(re.search("€", "a€"), re.search("😀", "a😀b").span(), re.sub(".", "x", "a😀b"), re.findall(".", "😀é"))
print(type(re.match("a", "a")), type(re.compile("a")), re.Pattern, re.Match, re.error)
print(bool(re.match("a", "a")), isinstance(re.compile("a"), re.Pattern))
print(re.purge(), re.template if hasattr(re, "template") and False else 1)
print(re.match(r"[0-9]{3}-[0-9]{4}", "555-1234").group(0))
print(re.sub(r"\b(\w)", lambda m: m[1].upper(), "hello big world"), re.sub("(?P<a>x)", lambda m: m["a"] + m.group("a"), "axb"))
print(re.match("(?P<a>.)(?P<b>.)?", "x").groupdict(), re.match("(?P<a>.)(?P<b>.)?", "x").groupdict(default="-"))
