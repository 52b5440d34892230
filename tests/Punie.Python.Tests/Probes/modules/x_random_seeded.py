def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


import random
from random import Random
random.seed(42)
show(
    lambda: [random.random() for _ in range(3)],
    lambda: [random.randint(1, 100) for _ in range(8)],
    lambda: [random.randrange(10) for _ in range(5)] + [random.randrange(5, 50, 5), random.randrange(-3, 3)],
    lambda: random.choice("abcdef") + random.choice(["x", "y", "z"]),
    lambda: random.choices([1, 2, 3], k=5),
    lambda: random.choices("abc", weights=[5, 1, 1], k=6),
    lambda: random.choices("abc", cum_weights=[1, 2, 10], k=4),
    lambda: random.sample(range(100), 5),
    lambda: random.sample(["a", "b", "c", "d"], 3),
    lambda: random.sample("abc", counts=[2, 1, 3], k=4),
    lambda: random.sample(range(10**9), 4),
    lambda: random.sample(range(30), 25),
    lambda: [random.uniform(1, 10), random.gauss(0, 1), random.gauss(5, 2), random.normalvariate(0, 1), random.triangular(0, 10, 3), random.triangular()],
    lambda: [random.betavariate(2, 3), random.expovariate(1.5), random.gammavariate(2, 1), random.gammavariate(0.5, 1), random.gammavariate(1, 2), random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 1.5), random.vonmisesvariate(0, 4)],
    lambda: [random.getrandbits(k) for k in (1, 8, 32, 33, 64, 100, 0)],
    lambda: random.randbytes(5),
    lambda: random.randrange(2**70),
    lambda: random.randint(0, 2**40),
)
x = list(range(10))
random.shuffle(x)
print(x)
r = Random(7)
s = r.getstate()
p = [r.random(), r.randint(0, 9)]
r.setstate(s)
print(p == [r.random(), r.randint(0, 9)], s[0], len(s[1]), s[2], type(s).__name__)
for seed in ("hello", b"bytes", 3.5, -5, 2**80, bytearray(b"ab"), True, 0, ""):
    q = Random(seed)
    print(repr(seed), q.random(), q.randint(1, 6))
show(
    lambda: random.choice([]),
    lambda: random.choice({}),
    lambda: random.choice({1, 2}),
    lambda: random.randrange(0),
    lambda: random.randrange(1, 10, 0),
    lambda: random.sample([1, 2], 3),
    lambda: random.sample([1, 2], -1),
    lambda: random.sample({1, 2}, 1),
    lambda: random.sample({"a": 1}, 1),
    lambda: random.choices([], k=1),
    lambda: random.choices([1], weights=[0]),
    lambda: random.choices([1, 2], weights=[1]),
    lambda: random.choices([1, 2], [1, 1], cum_weights=[1, 2]),
    lambda: random.shuffle((1, 2)),
    lambda: random.shuffle("abc"),
    lambda: random.getrandbits(-1),
    lambda: random.choices([1, 2], k=0),
    lambda: random.sample([], 0),
    lambda: random.choice(5),
    lambda: random.setstate((1, 2, 3)),
    lambda: random.expovariate(0),
)
random.seed(1)
deck = [f"{rank}{suit}" for suit in "CDHS" for rank in "23456789TJQKA"]
random.shuffle(deck)
print(deck[:8], random.sample(deck, 3), [random.choice("HT") for _ in range(10)])
print(sum(random.random() for _ in range(1000)), max(random.gauss(100, 15) for _ in range(50)))
