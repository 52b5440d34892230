import itertools
from itertools import *
print(next(cycle([])))
print(list(zip([1, 2], "ab", [True, False])), list(zip()), list(zip([1], [2, 3])), list(zip([1], [2], strict=True)), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(map(str, [1, 2])), list(filter(None, [0, 1, "", "a"])), list(enumerate("ab", 1)), list(reversed([1, 2])), dict(enumerate("ab")), dict(zip("ab", [1, 2])))
print(sum(islice(count(1), 10)), max(accumulate([1, -2, 3])), "".join(chain("a", "b")), list(map(list, combinations([1, 2, 3], 2))))
print(list(zip(count(), "ab")), list(zip(*[iter("abcdef")] * 2)), list(chain(*[[1], [2]])), next(count(3)), [next(c) for c in [count(1)] * 3])
print(len(list(permutations(range(4)))), len(list(product(range(3), repeat=3))), len(list(combinations(range(6), 3))))
