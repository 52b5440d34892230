import math
print(sum([1, 2, 3]), sum([1.5, 2]), sum([], 5), sum([[1], [2]], []), sum((0.1, 0.2, 0.3)))
print(max(1, 2), max([1, 5, 3]), max("abc"), max([1, -5], key=abs), min([], default=0), max({"a": 1, "b": 2}))
