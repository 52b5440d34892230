import math
try:
    print(1 + None)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1 < "a")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(None < None)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print([] < ())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(bin(1.5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(chr(-1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(ord("ab"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(sum(["a"]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(sum([1, "a"]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(sum(["a"], ""))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(max([]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(max(1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(max(1, "a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(min())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(max([1], [2], default=3))
except Exception as error:
    print(type(error).__name__ + ':', error)
