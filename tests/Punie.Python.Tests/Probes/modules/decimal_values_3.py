import decimal
from decimal import *
D = Decimal
print(sum([D("0.1")] * 3), sum([D("1.1"), 2]), min([D(2), D(1)]), D("1.1") + True)
print(getcontext(), getcontext().prec, getcontext().rounding, Context(prec=5), getcontext().Emax)
print(D("1") is D("1"), D("9" * 30), D("9" * 30) + 1, D("0.1") * 3, D("1.23456789012345678901234567890") + 0, D(1e-7), D("1E-7") * 1, D("1000000") * D("1000000"), D("1.0") * D("1.0"), D("1e28") + 1, D("1e29") + 1, D("5e-1"), D(5) / 2, D(6) / 2, D("6.0") / 2, D(100) / 4, D("1e2") / 4, D(1) / 3 * 3, D("1.000") / 1, D(0) / 5, D("0.00") * 5, D("-0") + 0, D(3) - D(3), D("-3") + 3, D("1.1") - D("1.1"))
