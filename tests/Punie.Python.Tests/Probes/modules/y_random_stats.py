import random, statistics, string, textwrap, collections, itertools, math
random.seed(2024)
data = [random.randint(1, 100) for _ in range(10)]; print(data, random.sample(data, 3), random.choice("abc"), [round(random.uniform(0, 1), 4) for _ in range(3)])
random.shuffle(data); print(data, random.choices("xyz", k=5), random.choices([1, 2], weights=[9, 1], k=5), random.choices("ab", cum_weights=[1, 3], k=4))
r = random.Random(7); print(r.random(), r.getrandbits(64), r.randrange(5), r.gauss(10, 2), r.expovariate(2), r.sample(range(10**9), 3), r.sample("abcdef", k=3, counts=[1] * 6), r.betavariate(2, 3), r.triangular(1, 5, 2), r.randbytes(4), r.normalvariate())
st = r.getstate(); a = r.random(); r.setstate(st); print(a == r.random(), r.uniform(5, 1), r.choice(range(10)), r.randint(-5, 5), r.vonmisesvariate(0, 4), r.gammavariate(2, 3), r.weibullvariate(1, 2), r.paretovariate(3), r.lognormvariate(0, 1), r.randrange(10, 0, -3))
random.seed("str seed"); print(random.random()); random.seed(b"b"); print(random.random()); random.seed(3.7); print(random.random()); random.seed(-12); print(random.random()); random.seed(2**70); print(random.random(), random.getrandbits(100))
print("".join(random.choices(string.ascii_letters + string.digits, k=12)), random.sample([1, 2, 3], 0), random.shuffle([]))
x = [2, 4, 4, 4, 5, 5, 7, 9]
print(statistics.mean(x), statistics.fmean(x), statistics.pstdev(x), statistics.stdev(x), statistics.pvariance(x), statistics.variance(x), statistics.median(x), statistics.mode(x), statistics.multimode("aabbc"), statistics.quantiles(x), statistics.quantiles(x, n=10, method="inclusive"), statistics.median_grouped(x, 2), statistics.harmonic_mean([40, 60]), statistics.harmonic_mean([40, 60], weights=[5, 30]), statistics.geometric_mean([54, 24, 36]))
nd = statistics.NormalDist(100, 15); print(nd, nd.pdf(100), nd.cdf(115), nd.inv_cdf(.975), nd.quantiles(4), nd.overlap(statistics.NormalDist(110, 15)), nd.zscore(130), nd * 2, nd + 5, nd.mean, nd.variance, nd.samples(2, seed=1), statistics.NormalDist(1, 2) == statistics.NormalDist(1, 2))
print(statistics.linear_regression([1, 2, 3], [2, 4, 5]), statistics.correlation([1, 2, 3], [3, 2, 1]), statistics.covariance([1, 2], [3, 5]), statistics.mean([True, False]), statistics.median(["a", "b", "c"][:1]))
for bad in (lambda: statistics.mean([]), lambda: statistics.variance([1]), lambda: statistics.quantiles([1]), lambda: statistics.geometric_mean([0]), lambda: statistics.NormalDist(0, -1), lambda: statistics.correlation([1], [1]), lambda: statistics.correlation([1, 1], [1, 2]), lambda: statistics.fmean([]), lambda: statistics.harmonic_mean([-1]), lambda: random.sample([1, 2], 3), lambda: random.choices([1], weights=[1, 2]), lambda: random.choices([1], weights=[0]), lambda: random.sample({1, 2}, 1), lambda: random.choice({}), lambda: random.seed([1]), lambda: random.choice({1: 2}), lambda: random.shuffle((1, 2)), lambda: random.uniform("a", 1), lambda: math.fsum(["a"]), lambda: random.randrange(1, 1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(textwrap.fill("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.", width=30, initial_indent="  * ", subsequent_indent="    "))
print(textwrap.wrap("a very-long-hyphenated-word and averyveryverylongword", 10), textwrap.wrap("tabs\there", 8, expand_tabs=False), textwrap.wrap("x  y   z", 3, drop_whitespace=False), textwrap.wrap("one two", 3, break_on_hyphens=False), textwrap.wrap("a. b. c", 100, fix_sentence_endings=True), textwrap.shorten("The quick brown fox", 12), textwrap.indent("a\n b\n", "# ", lambda l: True), textwrap.dedent("\t a\n\t b"))
class T(string.Template): delimiter = "%"
print(T("%a %{b}").substitute(a=1, b=2), string.Template("$x.y ${z}w").substitute({"x": 1}, z=2), string.Template("$a").safe_substitute(), string.Template("a").template, string.capwords("a-b c", "-"))
for bad in (lambda: string.Template("$a").substitute({}), lambda: string.Template("$").substitute(), lambda: string.Template("a\n $1").substitute()):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class F(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, f"<{k}>") if isinstance(k, str) else a[k]
    def format_field(self, v, spec): return v.upper() if spec == "u" else super().format_field(v, spec)
print(F().format("{a} {b:u} {0!r:>5}", "x", b="yy"), string.Formatter().vformat("{0}{a[b]}", (1,), {"a": {"b": 2}}))
