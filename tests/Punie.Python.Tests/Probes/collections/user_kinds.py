from collections import ChainMap, UserDict, UserList, UserString, defaultdict


def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


base, over = {"a": 1, "b": 2}, {"b": 3}
c = ChainMap(over, base)
show(
    lambda: (c, list(c), len(c), c["b"], c["a"], c.get("z"), c.get("z", 0), "a" in c, "z" in c, bool(c), bool(ChainMap())),
    lambda: c["z"],
    lambda: (dict(c), sorted(c.items()), list(c.values()), c.maps[1] is base),
    lambda: (c.new_child(), c.new_child({"q": 1}), c.new_child(w=2), c.new_child({"q": 1}, q=5, r=6), c.parents, ChainMap().parents),
    lambda: (c.copy(), c.copy().maps[0] is over, c.copy().maps[1] is base, type(c.copy()).__name__),
    lambda: (c.__setitem__("n", 9), over, c.pop("n"), over),
    lambda: c.pop("a"),
    lambda: c.pop("a", "default"),
    lambda: c.__delitem__("a"),
    lambda: ChainMap({}, {"a": 1}).popitem(),
    lambda: ChainMap({"x": 1}, {"a": 1}).popitem(),
    lambda: (c | {"z": 1}, {"z": 1, "a": 0} | c, type({"z": 1} | c).__name__),
    lambda: c | 5,
    lambda: 5 | c,
    lambda: (c == {"a": 1, "b": 3}, c == ChainMap({"a": 1, "b": 3}), c != {}, c.setdefault("s", 4), over),
    lambda: (c.update(u=1), over, c.__ior__({"v": 2}) is c, over),
    lambda: (c.clear(), c, ChainMap.fromkeys("ab"), ChainMap.fromkeys("ab", 0)),
    lambda: ChainMap(defaultdict(list), {"k": 1})["k"],
    lambda: ChainMap({"k": 1}, defaultdict(list))["j"],
    lambda: c.new_child(1, 2),
    lambda: c.get(),
    lambda: [list(c.keys()), 2 in c.values(), ("a", 1) in c.items(), c.keys() & {"a"}],
)


class Scope(ChainMap):
    def __missing__(self, key):
        return f"no {key}"


print(Scope({"a": 1})["b"], Scope({}).new_child(), Scope().copy(), Scope({"a": 1}).get("b", 2))
try:
    del c["nope"]
except KeyError as e:
    print(e, repr(e.__context__))


class Lower(UserDict):
    def __setitem__(self, key, item):
        super().__setitem__(key.lower(), item)

    def __missing__(self, key):
        return "?" + key


u = UserDict({"a": 1}, b=2)
low = Lower({"A": 1}, B=2)
show(
    lambda: (u, u.data, len(u), list(u), "a" in u, u.get("z", 5), u["a"], u == {"a": 1, "b": 2}),
    lambda: u["z"],
    lambda: u.__delitem__("z"),
    lambda: (low, low["nope"], low.get("a"), low.setdefault("C", 3), low),
    lambda: (u | {"c": 3}, {"c": 3} | u, u | UserDict(d=4), type(u | {}).__name__, type(low | {"Z": 1}).__name__, low | {"Z": 1}),
    lambda: u | 5,
    lambda: 5 | u,
    lambda: (u.copy(), u.copy() == u, u.copy() is u, low.copy(), type(low.copy()).__name__),
    lambda: (UserDict.fromkeys("ab", 1), Lower.fromkeys(["A", "B"]), UserDict.fromkeys([])),
    lambda: (u.pop("b"), u.pop("b", None), u.popitem(), u, u.update(k=1), u),
    lambda: (u.__ior__({"m": 1}) is u, u, u.__ior__(UserDict(n=2)), u),
    lambda: UserDict(None),
    lambda: UserDict(5),
    lambda: UserDict(dict=1),
    lambda: UserDict({}, {}),
    lambda: (u.keys(), u.items(), u.values(), u.clear(), u),
)


class Stack(UserList):
    def push(self, item):
        self.append(item)
        return self


l, s = UserList([3, 1, 2]), Stack("ab")
show(
    lambda: (l, s, l.data, len(l), l[0], l[-1], l[1:], type(s[:1]).__name__, list(l), 1 in l, 9 in l),
    lambda: (l == [3, 1, 2], l == UserList([3, 1, 2]), l != [3], l < [4], l <= UserList([3, 1, 2]), l > [3], l >= [3, 1, 2], [3] < l),
    lambda: l < 5,
    lambda: l[7],
    lambda: l["a"],
    lambda: (l + [4], l + UserList([5]), l + (6,), l * 2, 2 * l, type(s + [1]).__name__, type(s * 2).__name__),
    lambda: l + 5,
    lambda: (l.append(9), l.insert(0, 8), l.extend((7,)), l.extend(UserList([6])), l),
    lambda: (l.pop(), l.pop(0), l.pop(i=1), l.remove(9), l),
    lambda: l.pop(99),
    lambda: UserList().pop(),
    lambda: l.remove(99),
    lambda: l.index(99),
    lambda: (l.index(3), l.index(2, 1), l.count(2), l.count(99)),
    lambda: (l.sort(), l, l.sort(reverse=True), l, l.sort(key=lambda x: -x), l, l.reverse(), l),
    lambda: (l.copy(), l.copy() == l, l.copy() is l, type(s.copy()).__name__, s.push("c").push("d")),
    lambda: (l.__setitem__(0, 5), l.__setitem__(slice(1, 2), [6, 6]), l, l.__delitem__(0), l, l.__delitem__(slice(0, 1)), l),
    lambda: (l.__iadd__([1]) is l, l, l.__iadd__(UserList([2])), l, l.__iadd__("z"), l, l.__imul__(2) is l, l),
    lambda: (l.clear(), l, bool(l), UserList((1, 2)), UserList(UserList([3])), UserList(x * 2 for x in range(2))),
    lambda: l.append(),
    lambda: l.insert(1),
    lambda: l.append(item=1),
    lambda: UserList(5),
    lambda: hash(l),
    lambda: (isinstance(l, UserList), list(reversed(l)), max(UserList([3, 7])), sorted(UserList([2, 1])), sum(UserList([1, 2]))),
)
t = UserString("Hello")
show(
    lambda: (t, str(t), repr(t), len(t), t[0], t[1:3], type(t[0]).__name__, t.data, "ell" in t, UserString("lo") in t, "z" in t),
    lambda: (t == "Hello", t == UserString("Hello"), t < "I", t <= "Hello", t > UserString("A"), t >= "Hello", hash(t) == hash("Hello"), t != "x"),
    lambda: (t + "!", "!" + t, t + UserString("?"), t * 2, 2 * t, t + 5, UserString("%s-%s") % (1, 2), UserString(12)),
    lambda: (t.upper(), type(t.upper()).__name__, t.find("l"), t.replace("l", "L"), t.split("l"), t.startswith("He"), t.count("l"), t.join(["a", "b"]), t.center(9, "*")),
    lambda: ([*t], list(reversed(t)), t.index("l"), t.encode(), t.isalpha(), int(UserString("12")), float(UserString("1.5"))),
    lambda: t.nope,
    lambda: t[99],
    lambda: t < 5,
    lambda: t.index("z"),
    lambda: UserString(),
    lambda: "".join(c.data for c in t),
)
