import math
print(math.degrees(math.pi), math.radians(180), math.degrees(1), math.radians(1), math.radians(45), math.degrees(0.5))
print(math.copysign(1, -0.0), math.copysign(-3, 1), math.fabs(-3), math.fabs(-2.5))
print(math.fmod(7, 3), math.fmod(-7, 3), math.remainder(7, 3), math.remainder(5, 2), math.fmod(5.5, 2))
print(math.modf(3.7), math.modf(-3.7), math.modf(2), math.modf(math.inf))
print(math.frexp(8), math.frexp(0.3), math.frexp(0), math.ldexp(0.5, 4), math.frexp(-5))
print(math.ldexp(1, -2000))
print(math.nextafter(1, 2), math.ulp(1), math.ulp(0), math.nextafter(0, 1), math.ulp(1e16), math.ulp(math.inf))
