import random
try:
    print(random.shuffle([1], 5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.seed([1]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.getrandbits(-1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.sample(5, 1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.foo)
except Exception as error:
    print(type(error).__name__ + ':', error)
