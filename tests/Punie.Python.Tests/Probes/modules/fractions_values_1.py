from fractions import Fraction as F
from decimal import Decimal
import math
print(F(1, 2), F(2, 4), F(-1, 2), F(1, -2), F(3), F(), F("1/3"), F("0.25"), F("-1.5e2"), F(" 3/4 "), F(0.5), F(0.1), F(Decimal("0.1")), F(F(1, 2), F(3, 4)), F(1.5), F("7"), F("1_000/3"), F("1e-3"), F(True))
print(str(F(1, 2)), str(F(4, 2)), repr(F(1, 2)), f"{F(1, 2)}", F(1, 2).numerator, F(1, 2).denominator)
print(F(1, 3) + F(1, 6), F(1, 2) - 1, 2 * F(1, 3), F(1, 2) / F(3, 4), F(7, 2) // 1, F(7, 2) % 1, F(1, 2) ** 2, F(1, 2) ** -2, F(4) ** F(1, 2), F(1, 2) + 0.5, 0.5 * F(1, 2), 1 / F(2, 3), 2 ** F(1, 2), F(2, 3) ** 2.0, 2 ** F(2), divmod(F(7, 2), F(1, 2)), divmod(F(7, 3), 2), -F(1, 2), +F(1, 2), abs(F(-1, 2)), F(-7, 2) // 1, F(-7, 2) % 2, 1 - F(1, 3), F(1, 2) + 1j, F(-1, 2) ** 3, F(-2, 3) ** -3, 5 // F(3, 2), 5 % F(3, 2))
print(F(1, 2) == 0.5, F(1, 2) < 1, F(1, 2) == F(2, 4), F(1, 3) > 0.33, F(1, 2) in [0.5], hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), F(1, 2) != "a", sorted([F(1, 2), F(1, 3)]), max(F(1, 2), 0.75), F(1, 2) == Decimal("0.5"), bool(F(0)), F(1, 2) <= F(1, 2), F(1, 3) == 1/3, 0.5 == F(1, 2), 1 > F(1, 2))
print(int(F(7, 2)), float(F(1, 3)), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), math.floor(F(-7, 2)), math.ceil(F(7, 2)), math.trunc(F(-7, 2)), round(F(1234), -2), complex(F(1, 2)))
print(F(3.14159).limit_denominator(100), F("3.1415926535").limit_denominator(1000), F(1, 3).limit_denominator(10), F(math.pi).limit_denominator(), F(0.333).limit_denominator(10))
print(F.from_float(0.25), F.from_decimal(Decimal("1.5")), F(1, 2).as_integer_ratio(), F(1, 2).real, F(1, 2).imag, F(1, 2).conjugate(), sum([F(1, 2), F(1, 3)]), sum([F(1, 2)] * 4), math.prod([F(1, 2), 4]), type(F(1, 2)), F, isinstance(F(1), F), min(F(1, 2), F(1, 3)))
