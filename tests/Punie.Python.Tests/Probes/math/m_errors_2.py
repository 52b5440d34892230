import math
try:
    print(math.floor(math.inf))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.floor(math.nan))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.ceil("x"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.floor(None))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.isclose(1, 2, rel_tol=-1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.isnan("a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.sqrt("a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.sqrt())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.sqrt(1, 2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.sqrt(None))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.sqrt(x=3))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.gcd(1.5, 2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.factorial(-1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.factorial(2.5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.factorial("3"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.factorial(5.0))
except Exception as error:
    print(type(error).__name__ + ':', error)
