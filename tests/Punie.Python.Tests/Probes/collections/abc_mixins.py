from collections.abc import *


def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


class Bag(MutableSet):
    def __init__(self, items=()):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, value):
        if value not in self.items:
            self.items.append(value)

    def discard(self, value):
        if value in self.items:
            self.items.remove(value)

    def __repr__(self):
        return f"Bag({self.items})"


a, b = Bag([1, 2, 3]), Bag([3, 4])
show(
    lambda: (a & b, a | b, a - b, b - a, a ^ b),
    lambda: (a & [3, 9], a | [9, 9], a - [1], a ^ [1, 9], [1, 9] - a, [3] & a, [8] | a, [1, 9] ^ a),
    lambda: (a & {3}, {3} & a, {3, 9} - a, frozenset([3]) | a),
    lambda: (a <= b, a < b, a >= b, a > b, a == b, a != b),
    lambda: (Bag([3]) <= a, Bag([3]) < a, a >= Bag([1]), a > Bag([1]), a <= Bag([3, 2, 1]), a < Bag([3, 2, 1]), a > Bag([3, 2, 1])),
    lambda: (a == {1, 2, 3}, {1, 2, 3} == a, a <= {1, 2, 3, 4}, {1} < a, a == [1, 2, 3]),
    lambda: (a.isdisjoint([4]), a.isdisjoint(b), a.isdisjoint([])),
    lambda: a < [1],
    lambda: a & 5,
    lambda: a | 5,
    lambda: a - 5,
    lambda: 5 - a,
    lambda: a ^ 5,
    lambda: hash(a),
    lambda: a.__le__(),
    lambda: a.__and__(5),
    lambda: a.__rsub__(),
    lambda: a.__lt__(3),
    lambda: (Bag._from_iterable([1]), Bag.__le__.__name__, Bag.__ixor__.__qualname__, Set.__rsub__.__qualname__),
)


class Loud(Bag):
    def __le__(self, other):
        print("le")
        return super().__le__(other)

    def __ge__(self, other):
        print("ge")
        return super().__ge__(other)


show(
    lambda: (Loud([1]) < Bag([1, 2]), Loud([1]) == Bag([1]), Loud([1, 2]) > Bag([1])),
    lambda: Loud([1, 2]) < Bag([1]),
)
s = Bag([1, 2, 3, 4])
s |= [5, 5, 1]
print(s)
s &= {1, 2, 5}
print(s)
s -= (2, 7)
print(s)
s ^= [5, 8]
print(s)
s ^= [8, 8, 9]
print(s)
s -= s
print(s)
s |= [1, 2]
s ^= s
print(s, len(s))
show(
    lambda: s.pop(),
    lambda: s.remove(4),
    lambda: (s.add(4), s.remove(4), s),
    lambda: (s.add(4), s.add(6), s.pop(), s, s.clear(), s, s.discard(3)),
)


class Table(MutableMapping):
    def __init__(self, *args, **kwargs):
        self.held = {}
        self.update(*args, **kwargs)

    def __getitem__(self, key):
        return self.held[key]

    def __setitem__(self, key, value):
        self.held[key] = value

    def __delitem__(self, key):
        del self.held[key]

    def __iter__(self):
        return iter(self.held)

    def __len__(self):
        return len(self.held)

    def __repr__(self):
        return f"Table({self.held})"


class Keyed:
    def keys(self):
        return ["k"]

    def __getitem__(self, key):
        return key * 2


nan = float("nan")
t = Table({"a": 1}, b=2)
show(
    lambda: (t, t.get("a"), t.get("z"), t.get("z", 7), "a" in t, "z" in t),
    lambda: (Table([("x", 1), ("y", 2)]), Table(Keyed()), Table(Table(q=1), r=2), Table(self=1, other=2)),
    lambda: Table([(1, 2, 3)]),
    lambda: Table(5),
    lambda: Table(1, 2),
    lambda: (t == {"a": 1, "b": 2}, {"a": 1, "b": 2} == t, t != {}, t == 5, t == Table(b=2, a=1)),
    lambda: (t.keys(), t.items(), t.values()),
    lambda: (len(t.keys()), list(t.keys()), list(t.items()), list(t.values()), "a" in t.keys(), ("a", 1) in t.items(), ("a", 2) in t.items(), ("z", 1) in t.items(), 2 in t.values(), 3 in t.values()),
    lambda: (t.keys() & {"a"}, sorted(t.keys() | ["c"]), t.items() - [("a", 1)], sorted(t.keys() ^ ["a", "z"]), t.keys() == {"a", "b"}, t.items() <= {("a", 1), ("b", 2), ("c", 3)}, t.keys().isdisjoint("xyz")),
    lambda: 5 in t.items(),
    lambda: (nan in Table(n=nan).values(), ("n", nan) in Table(n=nan).items()),
    lambda: (t.setdefault("a", 9), t.setdefault("c", 9), t.setdefault("d"), t),
    lambda: (t.pop("d"), t.pop("d", "none"), t.pop("c", default=4), t),
    lambda: t.pop("zz"),
    lambda: (t.popitem(), t),
    lambda: (t.clear(), t, len(t)),
    lambda: t.popitem(),
    lambda: hash(t),
    lambda: t.get(),
    lambda: Mapping(),
    lambda: (isinstance(t, Mapping), isinstance(t, Collection), isinstance(t, Sequence), isinstance(t.keys(), KeysView), isinstance(t.keys(), Set), isinstance(t.values(), Collection)),
    lambda: iter(t.values()).__next__(),
)


class Row(MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, value):
        self.items[index] = value

    def __delitem__(self, index):
        del self.items[index]

    def __len__(self):
        return len(self.items)

    def insert(self, index, value):
        self.items.insert(index, value)

    def __repr__(self):
        return f"Row{tuple(self.items)}"


r = Row(1, 2, 3, 2)
show(
    lambda: (list(r), list(reversed(r)), 2 in r, 9 in r, r.count(2), r.count(9)),
    lambda: (r.index(2), r.index(2, 2), r.index(3, -3), r.index(2, 0, -1), r.index(2, -9, 9), r.index(1, stop=1)),
    lambda: r.index(9),
    lambda: r.index(1, 1),
    lambda: r.index(2, 2, 3),
    lambda: r.index(3, 0, -2),
    lambda: r.index(2, -1, -3),
    lambda: (nan in Row(nan), Row(nan).index(nan), Row(nan).count(nan)),
    lambda: (r.append(5), r.extend([6, 7]), r),
    lambda: (r.extend(r), r),
    lambda: (r.reverse(), r, Row(1, 2, 3).reverse(), Row().reverse()),
    lambda: (r.pop(), r.pop(0), r.pop(-2), r),
    lambda: (r.remove(7), r),
    lambda: r.remove(70),
    lambda: Row().pop(),
    lambda: r.pop(99),
    lambda: (r.__iadd__([8]) is r, r),
    lambda: (r.clear(), r),
    lambda: r.append(),
    lambda: (isinstance(r, Reversible), isinstance(r, Sequence), isinstance((), Sequence), issubclass(list, MutableSequence)),
)


class Count(Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, index):
        if index > 2:
            raise IndexError(index)
        return index * 10


c = Count()
show(
    lambda: (list(c), [*reversed(c)], 20 in c, 25 in c, c.index(20), c.count(10), next(iter(c))),
    lambda: [x + y for x, y in zip(c, reversed(c))],
    lambda: Sequence(),
    lambda: MutableSequence(),
    lambda: MutableSet(),
    lambda: Generator(),
    lambda: Coroutine(),
    lambda: (Hashable.__hash__(1), Sized.__len__(1), Container.__contains__(1, 2), Callable.__call__(1)),
    lambda: Iterator.__next__(1),
    lambda: list(Iterable.__iter__(1)),
    lambda: Mapping.__getitem__(1, 2),
    lambda: MutableSet.add(1, 2),
)


class Steps(Generator):
    def __init__(self):
        self.at = 0

    def send(self, value):
        self.at += 1
        if self.at > 3:
            raise StopIteration(self.at)
        return self.at, value

    def throw(self, typ, val=None, tb=None):
        print("throw", typ)
        super().throw(typ, val, tb)


class Deaf(Steps):
    def throw(self, typ, val=None, tb=None):
        return 1


g = Steps()
show(
    lambda: (next(g), g.send("x"), list(g)),
    lambda: g.close(),
    lambda: Deaf().close(),
    lambda: g.throw(ValueError("v")),
    lambda: (isinstance(g, Iterator), isinstance(g, Generator), issubclass(Generator, Iterable)),
)


class Old:
    def __iter__(self):
        return iter("ab")

    def __len__(self):
        return 2

    def __contains__(self, x):
        return x in "ab"


@Sequence.register
class Known:
    pass


show(
    lambda: [isinstance(Old(), k) for k in (Iterable, Sized, Container, Collection, Sequence, Hashable, Callable, Iterator, Reversible)],
    lambda: (isinstance(Known(), Sequence), issubclass(Known, Sequence), isinstance(Known(), MutableSequence)),
    lambda: [isinstance(x, Hashable) for x in (1, [], {}, set(), (), "a")],
    lambda: [k.__name__ + ":" + k.__module__ for k in (Set, KeysView, Awaitable, AsyncIterator)],
    lambda: [b.__name__ for b in MutableMapping.__mro__],
    lambda: [b.__name__ for b in MutableSequence.__mro__],
    lambda: [b.__name__ for b in ItemsView.__mro__],
    lambda: [b.__name__ for b in Generator.__mro__ + Coroutine.__mro__ + AsyncGenerator.__mro__],
)
