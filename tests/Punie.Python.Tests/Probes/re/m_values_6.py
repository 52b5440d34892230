import re
print(re.search(r"(\d+)-(\d+)", "a 10-20").expand(r"\2-\1"), copy if False else 1)
print(re.match("(.*?),(.*)", "a,b,c").groups(), re.match(".*,", "a,b,c").group())
print(re.Scanner if False else 0)
