import statistics
from statistics import *
from fractions import Fraction as F
from decimal import Decimal as D
try:
    print(correlation([1, 2], [1]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(correlation([1, 1], [1, 2]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(linear_regression([1, 1], [1, 2]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(median([3, "a"]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(mode([[1], [1]]))
except Exception as error:
    print(type(error).__name__ + ':', error)
