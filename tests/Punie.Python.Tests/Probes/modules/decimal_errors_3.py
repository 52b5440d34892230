import decimal
from decimal import *
D = Decimal
try:
    print(f"{D('1.5'):d}")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(f"{D('1.5'):x}")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(f"{D('1'):.e}")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D("1.1").foo)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(D(1) & 1)
except Exception as error:
    print(type(error).__name__ + ':', error)
