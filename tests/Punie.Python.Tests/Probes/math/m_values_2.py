import math
print(math.pow(2, 10), math.pow(2, 0.5), math.pow(0, 0), math.pow(-8, 3), math.pow(1, math.inf), math.pow(2, -1))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(1), math.atan(1), math.atan2(1, -1), math.atan2(0, -1), math.atan2(-0.0, -1))
print(math.sin(math.pi), math.cos(math.pi/2), math.tan(math.pi/4), math.sin(0.5), math.cos(0.1), math.tan(0.3))
print(math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5))
print(math.ceil(2.1), math.floor(-2.1), math.trunc(-2.7), math.ceil(-0.5), math.floor(5), math.ceil(1e20))
print(math.isclose(0.1+0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(math.inf, math.inf))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isfinite(math.inf))
