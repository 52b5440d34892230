import decimal
from decimal import *
D = Decimal
print(D("1.20").normalize(), D("100").normalize(), D("0.00").normalize(), D("1.5").to_integral_value(), D("2.5").to_integral_value(), D("2.5").to_integral_value(rounding=ROUND_HALF_UP), D("2.4").to_integral_exact(), D("2.7").to_integral())
print(D("123.456").as_tuple(), D("-1E+3").as_tuple(), D("NaN").as_tuple(), D("1.5").as_integer_ratio(), D("123.456").adjusted(), D("0.00123").adjusted(), D("1.5").as_tuple().exponent, D("1.5").as_tuple().digits, D("-1.5").as_tuple().sign)
print(D(2).sqrt(), D(4).sqrt(), D("0.25").sqrt(), D("1e10").sqrt(), D(2).ln(), D(10).ln(), D(100).log10(), D(2).log10(), D(1).exp(), D(2).exp(), D("-1").exp(), D("0.001").ln(), D(1).ln(), D(1000).log10(), D("0.5").exp(), D(10).exp(), D(2) ** D("1.5"), D("1.1") ** 10, D("1.05") ** 30, D(9) ** D("0.5"), D(2) ** 100, D(3) ** -2, D("1.01") ** 365, D(0) ** 0 if False else 1, D("0.5") ** -2, D(10) ** -2, D(-2) ** 3, D(2) ** 0)
print(D(0).ln(), D(0).sqrt(), D("inf").sqrt())
print(D("Infinity") + 1, D("Infinity") * -1, 1 / D("Infinity"), D("-Infinity") < 0)
print(D("1").compare(D("2")), D("1").compare(1), D("1").max(2), D("3").min(D("2")), D("1").copy_abs(), D("-1").copy_abs(), D("1").copy_negate(), D("1").copy_sign(D("-2")), D("1").is_nan(), D("NaN").is_nan(), D("inf").is_infinite(), D("1").is_finite(), D("0").is_zero(), D("-1").is_signed(), D("1").is_normal(), D("1.5").same_quantum(D("2.5")), D("10").remainder_near(3), D("2").fma(3, 4), D("1.5").scaleb(2), D("1").next_plus(), D("1").next_minus(), D("250").logb(), D("1").number_class(), D("-0").number_class(), D("12345678").to_eng_string(), D("1e5").to_eng_string(), D("1").radix(), D("1.5").real, D("1.5").imag, D("1").conjugate())
print(Decimal.from_float(0.1), Decimal.from_float(3))
