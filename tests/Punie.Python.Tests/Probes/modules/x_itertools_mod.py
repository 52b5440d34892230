from itertools import *
print(list(chain("ab", [1])), list(combinations_with_replacement("ab", 2)), list(compress("abcd", [1, 0, 1, 0])), list(filterfalse(lambda x: x % 2, range(5))), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), list(islice("abcdef", 1, None, 2)), list(islice(count(0, 0.5), 3)), [list(g) for k, g in groupby("aabbbc")], list(permutations("abc", 2))[:3], len(list(permutations(range(4)))), list(product([0, 1], repeat=2)), list(product()), list(starmap(lambda a, b: a + b, [(1, 2), ("x", "y")])), list(zip_longest("ab", "c", fillvalue=0)), list(pairwise("abc")), list(repeat("x", 3)))
a, b = tee([1, 2, 3])
print(next(a), list(a), list(b))
print([(k, len(list(g))) for k, g in groupby(sorted(["bb", "a", "cc", "d"], key=len), key=len)])
print(list(islice(cycle([1, 2]), 5)), next(count(10, -2)), count(3), repeat(1, 2), list(chain.from_iterable(["ab", "cd"])))
try:
    from itertools import batched
    print(list(batched("abcde", 2)) == [("a", "b"), ("c", "d"), ("e",)])
except ImportError:
    print(True)
it = groupby([1, 1, 2])
k, g = next(it); next(it)
print(list(g))
try:
    list(islice([1], -1))
except ValueError as e:
    print(e)
