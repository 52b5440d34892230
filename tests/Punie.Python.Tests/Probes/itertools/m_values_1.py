import itertools
from itertools import *
print(list(islice(count(5), 3)), list(islice(count(1, 2), 3)), list(islice(count(0.5, 0.5), 3)), list(islice(cycle("ab"), 5)), list(repeat(1, 3)), list(islice(repeat("x"), 2)), list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([1, 2], initial=10)), list(accumulate([])), list(chain([1], "ab", (2,))), list(chain.from_iterable([[1], [2, 3]])), list(compress("abc", [1, 0, 1])), list(dropwhile(lambda x: x < 2, [1, 2, 1])), list(takewhile(lambda x: x < 2, [1, 2, 1])), list(filterfalse(lambda x: x % 2, range(4))), list(filterfalse(None, [0, 1])), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", "c", fillvalue="-")), list(zip_longest([1], [])), list(pairwise("abc")), list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(permutations("abc", 2)), list(permutations([1, 2])), list(combinations("abc", 2)), list(combinations_with_replacement("ab", 2)), [(k, list(g)) for k, g in groupby("aabbc")], [(k, list(g)) for k, g in groupby([1, 2, 4], key=lambda x: x % 2)], [list(t) for t in tee([1, 2])], list(islice("abcdef", 1, 5, 2)), list(islice("abc", None)), list(product()), list(combinations("ab", 3)), list(combinations("ab", 0)))
print(count(), count(5), count(1, 2), count(1.5), repeat(1), repeat(1, 3), count(10, -1), count(0, 0.5))
print(cycle([1]).__class__.__name__, type(chain()), type(islice([], 1)), type(groupby([])), chain, type(product()), itertools)
print(list(repeat(1, -1)))
print(list(accumulate([1, 2], func=max)), list(accumulate(["a", "b"])), list(accumulate([[1], [2]])), list(accumulate([3, 1, 2], min)))
print(list(starmap(max, [(1, 2)])), list(starmap(lambda *a: sum(a), [(1, 2, 3)])))
print(next(iter([])))
