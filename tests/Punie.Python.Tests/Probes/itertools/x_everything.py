def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


import itertools as it
from itertools import *
import operator
show(
    lambda: list(accumulate([1, 2, 3, 4])),
    lambda: list(accumulate([1, 2, 3], operator.mul, initial=10)),
    lambda: list(accumulate([3, 1, 5, 2], max)),
    lambda: list(accumulate([])) + list(accumulate([], initial=1)),
    lambda: list(accumulate("abc")),
    lambda: list(accumulate([1, "a"])),
    lambda: list(chain("ab", [1], (2,), {"k": 1})),
    lambda: list(chain.from_iterable(["ab", "cd"])),
    lambda: list(chain(5)),
    lambda: list(combinations("abcd", 2)),
    lambda: list(combinations([1, 2], 3)) + list(combinations([], 0)),
    lambda: list(combinations([1], -1)),
    lambda: list(combinations_with_replacement("ab", 2)),
    lambda: list(permutations("abc", 2)),
    lambda: list(permutations([1, 2, 3])),
    lambda: len(list(permutations(range(5)))),
    lambda: list(product("ab", [1, 2])),
    lambda: list(product([0, 1], repeat=2)),
    lambda: list(product()) + list(product("a", [])),
    lambda: list(product("ab", repeat=-1)),
    lambda: list(compress("abcdef", [1, 0, 1, 0, 1])),
    lambda: list(islice(count(), 3)) + list(islice(count(5, -2), 3)) + list(islice(count(0.5, 0.25), 3)),
    lambda: (count(), count(1, 2), count(1.5), count(0, 0.5), repeat(5), repeat(5, 2), repeat("x", -1)),
    lambda: count("a"),
    lambda: list(islice(cycle("ab"), 5)) + list(cycle([])),
    lambda: list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])),
    lambda: list(takewhile(lambda x: x < 3, [1, 2, 3, 1])),
    lambda: list(filterfalse(None, [0, 1, "", "a"])),
    lambda: list(filterfalse(lambda x: x % 2, range(5))),
    lambda: [(k, list(g)) for k, g in groupby("aabbca")],
    lambda: [(k, len(list(g))) for k, g in groupby(sorted(["apple", "bob", "cat", "alice"], key=len), key=len)],
    lambda: list(map(lambda kg: (kg[0], list(kg[1])), groupby([1, 1.0, True, 2]))),
    lambda: list(islice("abcdefg", 2)) + list(islice("abcdefg", 2, None)) + list(islice("abcdefg", 1, 6, 2)) + list(islice("ab", 5)),
    lambda: list(islice("abc", -1)),
    lambda: list(islice("abc", 0, 2, 0)),
    lambda: list(islice("abc", "x")),
    lambda: list(pairwise([1, 2, 3])) + list(pairwise([1])),
    lambda: list(repeat(3, 2)) + list(map(pow, range(3), repeat(2))),
    lambda: list(starmap(pow, [(2, 3), (3, 2)])),
    lambda: list(starmap(lambda a, b: a + b, [(1,)])),
    lambda: [list(t) for t in tee([1, 2, 3], 3)],
    lambda: tee([1], 0),
    lambda: tee([1], -1),
    lambda: list(zip_longest("ab", "xyz", [1], fillvalue="-")),
    lambda: list(zip_longest("ab", "x")) + list(zip_longest()),
    lambda: next(iter(groupby([]))),
    lambda: (type(chain()).__name__, type(groupby([])).__name__, type(count()).__name__, type(pairwise([])).__name__),
    lambda: iter(x := cycle("a")) is x,
    lambda: list(zip("abc", count(1))),
    lambda: dict(zip("ab", repeat(0))),
    lambda: combinations("a"),
    lambda: list(takewhile(5, [1])),
    lambda: accumulate(5),
    lambda: groupby(),
    lambda: islice([1]),
    lambda: isinstance(chain(), chain),
    lambda: sum(1 for _ in combinations(range(10), 3)),
    lambda: max(permutations([1, 3, 2])),
    lambda: ["".join(p) for p in product("AB", "12", "x")],
)
a, b = tee(x * x for x in range(4))
next(b)
print(list(zip(a, b)), list(a), list(b))
g = groupby([1, 1, 2, 2, 3])
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2), [k for k, _ in g])
i = iter(range(10))
print(list(islice(i, 3)), list(islice(i, 2, 4)), list(i))
def batches(xs, n):
    xs = iter(xs)
    while batch := tuple(islice(xs, n)):
        yield batch
print(list(batches("abcdefg", 3)), list(it.chain(*[[1], [2, 3]])), list(zip(*[iter(range(6))] * 2)))
c = count(10)
print(next(c), next(c), c, next(repeat(1)), repr(repeat(2, 5)), it.repeat(7, times=2))
r = repeat("q", 3)
next(r)
print(r, list(r), r)
ch = chain([1], [2])
print(next(ch), list(ch), list(ch))
