import re
print(re.match(r"(\w+) (\w+)", "hello world rest"))
print(re.match(r"x", "abc"))
print(re.search(r"\d+", "abc123def456"))
print(re.search(r"\d+", "abc123def").group(), re.search(r"\d+", "abc123def").span(), re.search(r"\d+", "abc123def").start(), re.search(r"\d+", "abc123def").end())
print(re.findall(r"\d+", "a1b22c333"), re.findall(r"(\w)(\d)", "a1b2"), re.findall(r"(\d)", "12"), re.findall(r"x*", "axb"), re.findall("", "ab"))
print(re.sub(r"\d", "#", "a1b2"), re.sub(r"(\w)(\d)", r"\2\1", "a1b2"), re.sub(r"(?P<x>\d)", r"<\g<x>>", "a1"), re.sub(r"\d", lambda m: str(int(m.group())*2), "a1b2"), re.sub("x*", "-", "abxd"), re.sub("a", "b", "aaa", count=2), re.sub(r"(a)|b", r"[\1]", "ab"))
print(re.subn(r"\d", "#", "a1b2"))
