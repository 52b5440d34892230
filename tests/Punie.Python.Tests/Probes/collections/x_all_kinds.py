def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


from collections import *
import collections
Point = namedtuple("Point", ["x", "y"])
Emp = namedtuple("Emp", "name age dept", defaults=["IT"])
show(
    lambda: (Point(1, 2), Point(x=3, y=4), Point(1, 2)._asdict(), Point(1, 2)._replace(x=9), Point._fields, Emp._field_defaults, Emp("a", 3), Point._make([5, 6])),
    lambda: Point(1),
    lambda: Point(1, 2, 3),
    lambda: Point(1, z=2),
    lambda: Point._make([1]),
    lambda: setattr(Point(1, 2), "x", 5),
    lambda: Point(1, 2).z,
    lambda: (Point(1, 2) == (1, 2), Point(1, 2) < Point(1, 3), hash(Point(1, 2)) == hash((1, 2)), Point(1, 2) + (3,), Point(1, 2)[::-1], len(Point(1, 2)), 2 in Point(1, 2), [*Point(1, 2)], Point(1, 2).index(2), Point(1, 2).count(1)),
    lambda: namedtuple("A", "x x"),
    lambda: namedtuple("A", "class y"),
    lambda: namedtuple("A", "_x y"),
    lambda: namedtuple("1A", "x"),
    lambda: namedtuple("A", "x class x", rename=True)._fields,
    lambda: namedtuple("A", "x,y, z")(1, 2, 3),
    lambda: namedtuple("A", "x", defaults=[1, 2]),
    lambda: namedtuple("A", [])(),
    lambda: (repr(Point), Point.__new__.__defaults__ if False else 0),
    lambda: max([Point(1, 5), Point(2, 0)], key=lambda p: p.y),
    lambda: sorted([Point(2, 1), Point(1, 2)]),
    lambda: "%s-%s" % Point(1, 2),
    lambda: "{0.x} {0[1]}".format(Point(1, 2)),
)
class P3(Point):
    __slots__ = ()
    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
    def __str__(self):
        return f"P3<{self.x}>"
print(P3(3, 4).norm, P3(3, 4), repr(P3(3, 4)), P3(1, 2)._replace(x=7), type(P3(1, 2)._replace(x=7)).__name__)
d = deque([1, 2, 3, 4], maxlen=4)
d.append(5)
d.rotate(1)
show(
    lambda: (d, d.maxlen, d[0], d[-1], len(d), list(reversed(d)), 3 in d, d.index(3), d.count(5), d.copy(), d == deque([5, 2, 3, 4]), d < deque([6])),
    lambda: (d.appendleft(0), d, d.extendleft([7, 8]), d, d.rotate(-2), d),
    lambda: d.insert(1, 5),
    lambda: d[10],
    lambda: d[0:2],
    lambda: deque().pop(),
    lambda: deque().popleft(),
    lambda: deque([1]).remove(5),
    lambda: deque([1]).index(5),
    lambda: deque([1, 2], maxlen=-1),
    lambda: deque([1, 2]) + deque([3]),
    lambda: deque([1, 2]) + [3],
    lambda: deque([1, 2]) * 2,
    lambda: deque("abc", 2),
    lambda: deque([1, 2, 3], maxlen=0),
    lambda: (deque([[1]]).copy()[0], bool(deque()), deque(maxlen=3), repr(deque([1], 5))),
    lambda: hash(deque()),
    lambda: deque(5),
    lambda: [x for x in deque([3, 1, 2])],
    lambda: sorted(deque([3, 1, 2])),
)
e = deque([1, 2, 3])
try:
    for v in e:
        e.append(v)
except RuntimeError as ex:
    print(ex)
del e[0]
e[0] = 9
e += [7]
e.reverse()
print(e)
c = Counter("mississippi")
show(
    lambda: (c, c.most_common(2), c["z"], c.total(), sorted(c.elements()), Counter(a=1, b=2), Counter({"x": 0}), Counter(), repr(Counter([1, 1, 2]))),
    lambda: (c + Counter("ms"), c - Counter("iii"), c & Counter("iip"), c | Counter("ppp"), +Counter(a=1, b=-1), -Counter(a=1, b=-1)),
    lambda: (c == Counter("mississippi"), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), Counter(a=1, b=0) == Counter(a=1), Counter(a=3) >= Counter(b=0)),
    lambda: (c.most_common(), c.most_common(0), c.most_common(-1)),
    lambda: Counter.fromkeys("ab", 1),
    lambda: Counter(5),
    lambda: Counter("a", "b"),
    lambda: c.update("mm") or c["m"],
    lambda: c.subtract({"m": 10}) or c["m"],
    lambda: dict(c),
    lambda: c.pop("zz"),
    lambda: Counter(a=2) + {"a": 1},
    lambda: (c.copy() == c, type(c.copy()).__name__, "zz" in c, len(c), list(c), c.get("q"), c.get("q", 5)),
    lambda: max(c, key=c.get),
    lambda: Counter(["b", "a", "b"]).items(),
    lambda: sum((Counter(w) for w in ["ab", "bc"]), Counter()),
    lambda: Counter(a=1, b=5, c=3).most_common(1)[0][0],
    lambda: Counter({"a": 1.5}) + Counter({"a": 2}),
    lambda: Counter(x for x in "aab" if x != "b"),
)
c2 = Counter("ab")
c2 += Counter("b")
c2 -= Counter("a")
c2["q"] += 3
del c2["nope"]
print(c2)
dd = defaultdict(list, {"a": [1]})
dd["b"].append(2)
show(
    lambda: (dd, dd["c"], dict(dd), dd.default_factory, dd.get("zz"), "zz" in dd, len(dd), dd.copy(), dd == {"a": [1], "b": [2], "c": []}),
    lambda: defaultdict(None)["x"],
    lambda: defaultdict(5),
    lambda: defaultdict(int, a=1) | {"b": 2},
    lambda: defaultdict(lambda: defaultdict(int))["a"]["b"],
    lambda: defaultdict(lambda: 7).__missing__("k"),
    lambda: (repr(defaultdict(int)), defaultdict(list).setdefault("a", 5)),
)
od = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
od.move_to_end("a")
show(
    lambda: od.move_to_end("zz"),
    lambda: (od.move_to_end("a", last=False), od.update(q=1), od),
    lambda: OrderedDict().popitem(),
    lambda: od.pop("none"),
)
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
show(
    lambda: (cm, cm["a"], cm["b"], list(cm), len(cm), dict(cm), cm.maps, cm.parents, cm.new_child({"z": 0}), "b" in cm, cm.get("q", 0)),
    lambda: cm["zz"],
    lambda: cm.pop("b"),
    lambda: cm.popitem(),
    lambda: (cm.update(k=1), cm, cm.new_child(), cm.new_child(m=5)),
    lambda: ChainMap() | {"a": 1},
    lambda: cm == {"k": 1, "a": 2, "b": 3},
)
class U(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(str(key), value)
    def __missing__(self, key):
        return f"no {key}"
class UL(UserList):
    def total(self):
        return sum(self.data)
class US(UserString):
    def shout(self):
        return self.upper() + "!"
u = U({1: 2}, a=3)
u.update({5: 6})
show(
    lambda: (u, u["q"], u.data, 1 in u, "1" in u, u.get("1"), len(u), dict(u), u.pop("1"), list(u.items()), U(u) == u, u | {"z": 1}, u.copy()),
    lambda: (UL([3, 1, 2]).total(), UL([1]) + [2], UL([1]) * 2, sorted(UL([2, 1])), UL([1, 2])[0:1], type(UL([1, 2])[0:1]).__name__, UL([1]) == [1], repr(UL("ab"))),
    lambda: (US("ab").shout(), US("a") + "b", US("abc")[1], len(US("abc")), US("a b").split(), US("x") == "x", US("abc").replace("b", "z"), type(US("a") * 2).__name__, "b" in US("abc"), US("a").isalpha(), US("hi").center(6, "*"), US("a,b").partition(",")),
    lambda: collections.foo,
)
