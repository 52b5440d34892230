import itertools
from itertools import *
try:
    print(islice([], -1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(islice([], "a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(islice([], 1, 2, 0))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(list(islice([1, 2], 1.5)))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(combinations("ab", -1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(permutations("ab", -1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(product([1], repeat=-1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(product(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(list(chain(5)))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(list(chain.from_iterable([5])))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(count("a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(repeat(1, "a"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(list(accumulate(["a", 1])))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(list(starmap(pow, [1])))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(list(zip([1], [2, 3], strict=True)))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(list(zip([1, 2], [2], strict=True)))
except Exception as error:
    print(type(error).__name__ + ':', error)
