import decimal
from decimal import *
D = Decimal
try:
    print(D("1e30").quantize(D("0.01")))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D("1").quantize("0.01"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D(1).quantize(D("0.1"), "foo"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D(0) ** 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D(-8) ** D("0.5"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D(-1).sqrt())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D(-1).ln())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D(1) / 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D(0) / 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D(1) // 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D(1) % 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D(0) % 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1 / D(0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D("abc"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D(""))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D("1.2.3"))
except Exception as error:
    print(type(error).__name__ + ':', error)
