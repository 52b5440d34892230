import random
try:
    print(random.choice([]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.choice({}))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.choice({1: 2}))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.sample([1], 2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.sample({1, 2}, 1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.sample([1, 2], -1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.randint(5, 1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.randrange(0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.randrange(5, 5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.randrange(1, 10, 0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.choices([], k=1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.choices([1, 2], weights=[1], k=1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.choices([1, 2], weights=[0, 0]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.choices([1, 2], weights=[1, 1], cum_weights=[1, 2]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.shuffle((1, 2)))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(random.shuffle("abc"))
except Exception as error:
    print(type(error).__name__ + ':', error)
