import math
print(math.sqrt(2), math.sqrt(16), math.sqrt(0.0), math.sqrt(-0.0))
print(math.log(8, 2), math.log(100, 10), math.log(2.718281828459045))
print(math.log2(8), math.log2(3), math.log10(1000), math.log10(2), math.log10(1e-5), math.log2(10**400), math.log10(10**400), math.log(10**400))
print(math.log1p(1e-10), math.log1p(0.5), math.log1p(5.0), math.expm1(1e-10), math.expm1(0.3), math.expm1(2.5), math.expm1(1e-3))
print(math.exp(1), math.exp(-1), math.exp(0), math.exp(10.5))
print(math.exp(-1000))
print(math.exp2(10), math.cbrt(27), math.cbrt(-8), math.cbrt(2))
