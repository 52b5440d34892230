import operator as op
print(op.add(1, 2), op.itemgetter(1)([1, 2]), op.itemgetter(0, 2)("abc"), op.attrgetter("real")(5), op.methodcaller("upper")("a"), op.mul(3, 4), op.truediv(1, 2), op.floordiv(7, 2), op.mod(7, 3), op.neg(1), op.not_(0), op.contains([1], 1), op.getitem({"a": 1}, "a"), op.eq(1, 1), op.lt(1, 2), op.is_(None, None), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.concat([1], [2]), op.countOf([1, 1], 1), op.indexOf([1, 2], 2), op.pow(2, 3), op.index(5), op.abs(-1), op.inv(5), op.lshift(1, 3), op.truth([]), op.iadd([1], [2]), op.attrgetter("a.b") if False else "")
print(sorted([{"n": "b", "a": 2}, {"n": "a", "a": 1}], key=op.itemgetter("n")), sorted([("b", 1), ("a", 2)], key=op.itemgetter(1), reverse=True), max([(1, 2), (3, 0)], key=op.itemgetter(1)))
a = [1, 2, 3]; b = a; b += [4]; print(a, a is b); a = a + [5]; print(a is b); t = (1, 2); u = t; u += (3,); print(t, u)
s = "a"; r = s; r += "b"; print(s, r); x = 5; x //= 2; x **= 3; x %= 5; x <<= 2; x |= 1; x ^= 3; x &= 14; x >>= 1; print(x); y = 7.5; y /= 2; y -= 1; y *= 2; print(y)
d = {"a": [1]}; d["a"] += [2]; d["n"] = d.get("n", 0) + 1; print(d)
m = [[0] * 3 for _ in range(2)]; m[0][1] = 5; m[1][2] += 7; print(m); n = [[0] * 2] * 2; n[0][0] = 1; print(n)
print(not 1 == 2, -2 ** 2, 2 ** 3 ** 2, -7 // 2, -7 % 3, 7 // -2, 1 + 2 * 3 - 4 / 2, 10 - 5 - 2, 2 * (3 + 4), 5 & 3 | 4 ^ 1, ~5 + 1, 1 << 2 + 1, not True or True, True and False or True, 1 < 2 and 2 < 3, 3 > 2 > 1, 1 < 3 < 2, "a" "b" * 2, [1] * 2 + [3], 1 if 0 else 2 if 0 else 3, (lambda x: x or "d")(""), 0.1 + 0.2, 1 / 3, 2 / 1, 7 % 2.5, 1e3, 10 // 3.0, True + 1, 5 == 5.0, "5" == 5, [1, 2] == [1, 2], (1,) == [1], None is None, [] is [], 1 is 1)
t = ([1],)
try: t[0] += [2]
except TypeError as e: print(e, t)
def f(x, acc=[]): acc.append(x); return acc
print(f(1), f(2), f(3, []))
def order(n): print("o", n); return n
order(1) + order(2) * order(3); [order(4), order(5)]; {order("k"): order("v")}; order(6) < order(7) < order(1) < order(9); (order(8), order(9))[order(0)]
def kwo(a, b): pass
kwo(b=order("b"), a=order("a"))
x = [1, 2, 3]; x[order(0)] = order(5)
i = 0; l = [0, 0]; i = l[i] = 1; print(l)
print([*map(str, range(3))], list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])), list(zip("ab", [1, 2], (True, False))), list(enumerate("ab", 1)), sum(map(len, ["a", "bc"])), any(x > 2 for x in x), all([]), min("b", "a"), sorted("bca"), list(reversed([1, 2])), dict(enumerate("ab")), set(map(abs, [-1, 1])))
