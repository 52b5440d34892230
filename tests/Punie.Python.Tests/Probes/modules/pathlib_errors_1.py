from pathlib import PurePosixPath as P, PurePath, Path, PosixPath
try:
    print(P("/a/b").relative_to("/c"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P("a").relative_to("/a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P("a") / 5)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(5 / P("a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P(None))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P("").with_name("a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P("a").with_suffix("b"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P("a").with_name("b/c"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P("a").with_name(""))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P("/").with_suffix(".x"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P("a") < 5)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P("a").foo)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P("a").as_uri())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P("a/b/c").parents[5])
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(P("a").match(""))
except Exception as error:
    print(type(error).__name__ + ':', error)
