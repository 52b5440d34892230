import re
try:
    print(re.compile(r"\g"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.compile(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.match("a", 5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.match("a", b"a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.sub("a", 5, "a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.sub("(a)", r"\2", "a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.sub("(a)", r"\g<x>", "a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.sub("a", r"\q", "a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.match("a(?i)", "a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
