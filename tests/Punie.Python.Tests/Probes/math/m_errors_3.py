import math
try:
    print(math.comb(-1, 2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.comb(5, -2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.comb(5.0, 2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.perm(-1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.perm(5, -1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.isqrt(-1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.isqrt(2.0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.dist((1,), (1, 2)))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.fmod(1, 0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.remainder(1, 0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.ldexp(1, 2000))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.gamma(0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.gamma(-1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.gamma(200))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.lgamma(-1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(math.foo)
except Exception as error:
    print(type(error).__name__ + ':', error)
