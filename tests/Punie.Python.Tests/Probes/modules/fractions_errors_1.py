from fractions import Fraction as F
from decimal import Decimal
import math
try:
    print(F(1, 0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F("a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F("1/0"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F(1, 2) / 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F(1, 2) // 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F(1, 2) % 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F(0) ** -1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F(None))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F(1, 2.0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F("1", 2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F([]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F(1, 2) + "a")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F(1, 2) < "a")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F(1, 2) + Decimal(1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(f"{F(1, 2):.2f}")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F(1, 2).foo)
except Exception as error:
    print(type(error).__name__ + ':', error)
