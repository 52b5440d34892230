import math
print(math.erf(0.5), math.erfc(0.5), math.gamma(5), math.gamma(0.5), math.lgamma(10), math.lgamma(0.5), math.erf(1), math.gamma(4.5), math.gamma(10))
print(math.pi, math.e, math.tau, math.inf, math.nan, -math.inf)
print(math.sqrt)
print(math.sqrt(True), math.floor(True), math.fsum([True, 1]))
print(math.floor(2**70 + 0.5), math.ceil(10**30), math.trunc(12345678901234567890))
print(math.comb(100, 50), math.factorial(30))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.567, -2), round(1234, -2), round(0.5), round(1.5), round(1e20), round(5.015, 2), round(15, -1), round(25, -1))
