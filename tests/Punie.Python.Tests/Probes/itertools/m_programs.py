import itertools
from itertools import *
a, b = tee(iter([1, 2, 3])); print(next(a), next(a), next(b), list(a), list(b))
g = groupby(sorted(["apple", "ant", "bee"], key=lambda s: s[0]), key=lambda s: s[0])
for k, v in g: print(k, list(v))
it = iter([1, 2, 3]); print(list(takewhile(lambda x: x < 2, it)), list(it))
groups = [(k, g) for k, g in groupby("aab")]; print([(k, list(g)) for k, g in groups])
c = count(10); print(next(c), next(c), c)
r = repeat("a", 2); print(next(r), r, list(r), r)
x = chain([1, 2], [3]); print(next(x), list(x))
print(repr(iter([1])).split(" at ")[0], repr(chain()).split(" at ")[0], repr(zip()).split(" at ")[0], repr(map(str, [])).split(" at ")[0], repr(enumerate([])).split(" at ")[0])
z = zip([1, 2, 3], [4, 5]); print(next(z)); print(list(z))
p = product("ab", "cd"); print(next(p), list(p))
import operator
print(list(accumulate([1, 2, 3, 4], operator.mul)), list(starmap(operator.add, [(1, 2), (3, 4)])))
def roundrobin(*its):
    for t in zip_longest(*its, fillvalue=None):
        yield from (x for x in t if x is not None)
print(list(roundrobin("abc", "d", "ef")))
