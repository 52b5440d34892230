import math
try:
    print(int("0x", 16))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(float("x"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(float(None))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(float([]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(float("1e"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print((300).to_bytes(1, "big"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print((-1).to_bytes(1, "big"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1 << -1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1 >> -1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print("a" + 1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1 + "a")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1 - "a")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print("a" - 1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print("a" * 2.5)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print([1] + (2,))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(None + 1)
except Exception as error:
    print(type(error).__name__ + ':', error)
