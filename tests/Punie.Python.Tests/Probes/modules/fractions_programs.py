from fractions import Fraction as F
from decimal import Decimal
import math
x = F(0)
for i in range(1, 6): x += F(1, i)
print(x, float(x))
import copy
print(copy.deepcopy(x) == x, {F(1, 2): "h"}[0.5], [str(F(i, 6)) for i in range(1, 7)])
import numbers
print(isinstance(F(1, 2), numbers.Rational), isinstance(1, numbers.Integral), isinstance(1.5, numbers.Real), isinstance(1j, numbers.Complex), isinstance(1.5, numbers.Integral), isinstance(True, numbers.Number), isinstance("a", numbers.Number), isinstance(Decimal(1), numbers.Number), isinstance(Decimal(1), numbers.Real))
