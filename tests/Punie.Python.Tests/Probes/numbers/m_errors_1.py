try:
    print((1+2j) < (2+1j))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print((1+2j) // 1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print((1+2j) % 1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(int(1j))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(float(1j))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1j / 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(0j ** -1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(complex("abc"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(complex("1 + 2j"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(complex("1", 2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(complex(1, "2"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(complex([]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(complex(None))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(round(1j))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(divmod(1j, 1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(f"{1j:d}")
except Exception as error:
    print(type(error).__name__ + ':', error)
