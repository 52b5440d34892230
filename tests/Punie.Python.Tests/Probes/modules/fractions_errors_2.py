from fractions import Fraction as F
from decimal import Decimal
import math
try:
    print(F(float("inf")))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F(float("nan")))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F(1, 2).limit_denominator(0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(setattr(F(1, 2), "numerator", 5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(F(1, 2) & 1)
except Exception as error:
    print(type(error).__name__ + ':', error)
