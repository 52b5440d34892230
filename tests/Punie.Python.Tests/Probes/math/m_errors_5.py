import math
try:
    print(1 % 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1.0 % 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1 // 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1.0 // 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1 / 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1.0 / 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(pow(2, -1, 4))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(pow(2, 3, 0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(0 ** -1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(0.0 ** -1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(abs("x"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(int("12.5"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(int(None))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(int([]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(int("ff", 10))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(int("5", 1))
except Exception as error:
    print(type(error).__name__ + ':', error)
