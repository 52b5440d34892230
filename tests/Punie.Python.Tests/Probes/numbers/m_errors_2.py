try:
    print(f"{1j:010}")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(f"{1j:=10}")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(max(1j, 2j))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(sorted([1j, 2j]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print((1+2j).foo)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1j + "a")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print("a" + 1j)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1j & 1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(~1j)
except Exception as error:
    print(type(error).__name__ + ':', error)
