import decimal
from decimal import *
D = Decimal
try:
    print(D(None))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D([1]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D([]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D({}))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D("1") + 1.5)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D("1") + "1")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1.5 * D(2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D("1") < "a")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D(1) < 1j)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D("NaN") < 1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D("NaN") > D(1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D("sNaN") == 1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D("sNaN") + 1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(int(D("NaN")))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(int(D("Infinity")))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D("Infinity") - D("Infinity"))
except Exception as error:
    print(type(error).__name__ + ':', error)
