from decimal import *
D = Decimal
print(D("1.10") + D("2.20"), D(1) / D(3), D("10").sqrt(), D("2") ** 10, D("-1.5").quantize(D("1")), D("2.5").quantize(D("1"), ROUND_HALF_EVEN), D("1.005").quantize(D("0.01"), ROUND_UP), round(D("2.675"), 2), D("1E+3"), D("1E+3").normalize(), D("100").normalize(), D("0.00001"), D("1E-10"), D(0.1), D("1.0") == D("1"), D("NaN"), D("Infinity"), -D("Infinity"), D("1") < 2, D("1.5") == 1.5, int(D("3.9")), float(D("1.1")), D("7") // D("2"), D("-7") // 2, D("7") % D("-3"), divmod(D("7"), 2), abs(D("-1")), -D("0"), D("1.23").as_tuple(), D("123.45").adjusted(), D("1.20").to_integral_value(), str(D("1_000")), repr(D("1")), f"{D('1234.567'):,.2f}", f"{D('0.5'):.0%}", f"{D('1.5'):>8}", f"{D('1234567.891'):e}", D("3.14").as_integer_ratio(), max(D(1), D(2)), sum([D("0.1")] * 3), D((0, (1, 2, 3), -2)), D("1e2").to_eng_string(), D(5).exp(), D(10).ln(), D(100).log10(), D("1.2").compare(D("1.3")), D("12.34").scaleb(2), D("5").is_zero(), D("NaN").is_nan(), D("1").copy_sign(D("-1")), D(10).fma(2, 3), hash(D("1")) == hash(1), D("1.50").same_quantum(D("0.01")), D.from_float(0.5))
getcontext().prec = 6; print(D(1) / D(7), D("1.23456789") + 0, getcontext().prec, +D("1.23456789"))
with localcontext() as c:
    c.prec = 3; print(D(1) / D(7))
print(D(2) / D(3), getcontext().rounding)
for f in (lambda: D("abc"), lambda: D(1) / D(0), lambda: D(0) / D(0), lambda: D("1") + 1.5, lambda: D("sNaN") + 1, lambda: D(-1).sqrt(), lambda: D("1e999999") * D("1e999999"), lambda: int(D("NaN")), lambda: D("1").quantize(D("1e-40"))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
from fractions import Fraction as F
print(F(1, 3) + F(1, 6), F("0.75"), F(0.5), F("3/4"), F(3, -6), F(7, 2) // 1, F(7, 2) % 1, F(1, 3) ** 2, F(1, 2) ** -1, float(F(1, 3)), F(1, 3).limit_denominator(10), F(3.14159).limit_denominator(100), F(5), repr(F(1, 2)), F(1, 2) == 0.5, F(1, 2) < 1, int(F(7, 2)), round(F(7, 2)), round(F(22, 7), 2), F(1, 2).numerator, abs(F(-1, 2)), F(1, 2) + 1, F(1, 2) * 0.5, 2 ** F(1, 2), hash(F(1, 2)) == hash(0.5), sum([F(1, 3)] * 3), F(D("1.5")), F.from_float(0.25), divmod(F(7, 2), 1), -F(1, 2), bool(F(0)), F(7, 3).__floor__(), F(1, 2).as_integer_ratio(), sorted([F(1, 2), F(1, 3)]), max(F(1, 2), 0.75), F(" 1/2 "), F("1e-2"))
for f in (lambda: F(1, 0), lambda: F("x"), lambda: F(1.5, 2), lambda: F(1, 2) / 0):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
