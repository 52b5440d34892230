import re
try:
    print(re.match(r"(a)", "a").group(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.match(r"(a)", "a").group("x"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.compile("("))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.compile(")"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.compile("["))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.compile("*"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.compile("a**"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.compile("a{2,1}"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.compile("(?P<1>a)"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.compile("(?P<a>a)(?P<a>b)"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.compile("\\"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.compile(r"\1"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.compile("(?P=x)"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.compile("(?z)"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.compile("[z-a]"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(re.compile("x{1000000000000}"))
except Exception as error:
    print(type(error).__name__ + ':', error)
