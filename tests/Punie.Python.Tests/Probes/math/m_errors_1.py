import math
try:
    print(math.sqrt(-1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.log(0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.log(-1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.log(10, 1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.log(2, 0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.log1p(-1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.log1p(-2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.exp(1000))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.pow(-8, 1/3))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.pow(0, -1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.pow(10, 400))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.acos(2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.asin(-2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.acosh(0.5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.atanh(1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.sin(math.inf))
except Exception as error:
    print(type(error).__name__ + ':', error)
