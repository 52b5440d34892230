import statistics
from statistics import *
from fractions import Fraction as F
from decimal import Decimal as D
try:
    print(mean([]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(median([]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(mode([]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(stdev([1]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(variance([]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(pstdev([]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(harmonic_mean([-1, 2]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(geometric_mean([0, 1]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(geometric_mean([]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(fmean([]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(quantiles([1]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(quantiles([1, 2], n=0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(quantiles([1, 2], method="x"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(mean(["a"]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(mean(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(correlation([1], [1]))
except Exception as error:
    print(type(error).__name__ + ':', error)
