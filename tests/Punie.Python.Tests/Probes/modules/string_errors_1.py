import string, textwrap
from string import Template, Formatter
try:
    print(Template("$a").substitute())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(Template("$").substitute())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(Template("a\n$1").substitute())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(Formatter().format("{x}"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(textwrap.wrap("abc", 0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(textwrap.shorten("abc def", 2))
except Exception as error:
    print(type(error).__name__ + ':', error)
