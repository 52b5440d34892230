import math
try:
    print(math.fsum(["a"]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.fsum(3))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.sqrt(10**400))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.gcd("a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.log("a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.atan2(1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.pow(2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.hypot("a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.degrees("x"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.isclose(1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(round("a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(round(1.5, "a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(round(math.nan))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(round(math.inf))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(divmod(1, 0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(divmod(1.0, 0))
except Exception as error:
    print(type(error).__name__ + ':', error)
