def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


import statistics as st
from statistics import *
from fractions import Fraction as F
from decimal import Decimal as D
data = [2.5, 3.25, 5.5, 11.25, 11.75, 2.5]
n = NormalDist(100, 15)
show(
    lambda: (mean(data), fmean(data), geometric_mean(data), harmonic_mean(data), median(data), median_low(data), median_high(data), median_grouped(data), mode(data), multimode(data)),
    lambda: (pstdev(data), pvariance(data), stdev(data), variance(data)),
    lambda: (quantiles(data), quantiles(data, n=10), quantiles(data, n=5, method="inclusive")),
    lambda: (covariance([1, 2, 3], [4, 5, 9]), correlation([1, 2, 3], [4, 5, 9]), linear_regression([1, 2, 3], [4, 5, 9])),
    lambda: linear_regression([1, 2, 3], [4, 5, 9], proportional=True),
    lambda: (n, n.mean, n.stdev, n.variance, n.median, n.mode, n.pdf(110), n.cdf(110), n.inv_cdf(0.9), n.zscore(130), n.quantiles(4), n.overlap(NormalDist(110, 10))),
    lambda: (n + 5, n - 5, n * 2, n / 3, 2 * n, 5 + n, 5 - n, -n, +n, n + NormalDist(1, 2), n - NormalDist(1, 2), n == NormalDist(100, 15), hash(n) == hash(NormalDist(100, 15))),
    lambda: NormalDist.from_samples([1, 2, 3, 4, 10]),
    lambda: NormalDist(),
    lambda: NormalDist(0, -1),
    lambda: NormalDist(0, 0).pdf(1),
    lambda: NormalDist(0, 0).cdf(1),
    lambda: n.inv_cdf(0),
    lambda: n.inv_cdf(1.5),
    lambda: (mean([F(1, 3), F(1, 6)]), mean([D("0.5"), D("0.75")]), variance([F(1), F(2), F(4)]), pvariance([D(1), D(3)]), median([D(1), D(2)]), mean([1, F(1, 2)]), stdev([D(1), D(2), D(4)]), pstdev([F(1), F(3)])),
    lambda: mean([1, D(1), F(1)]),
    lambda: mean([D("1"), 1.5]),
    lambda: mean([]),
    lambda: median([]),
    lambda: mode([]),
    lambda: stdev([1]),
    lambda: variance([]),
    lambda: pvariance([]),
    lambda: pstdev([5]),
    lambda: harmonic_mean([]),
    lambda: harmonic_mean([1, -1]),
    lambda: fmean([]),
    lambda: fmean([1, 2], weights=[1]),
    lambda: fmean([1, 2], [0, 0]),
    lambda: fmean(iter([1, 2, 4])),
    lambda: quantiles([1, 2], n=0),
    lambda: quantiles([1, 2], method="x"),
    lambda: correlation([1], [1]),
    lambda: correlation([1, 2], [1, 2, 3]),
    lambda: correlation([1, 1], [1, 2]),
    lambda: covariance([1], [1]),
    lambda: linear_regression([1, 1], [1, 2]),
    lambda: mean("abc"),
    lambda: mean(["a"]),
    lambda: median(["b", "a", "c"]),
    lambda: median([1, "a"]),
    lambda: mean([float("nan"), 1]),
    lambda: mean([float("inf"), 1]),
    lambda: mean([1e308, 1e308]),
    lambda: mean(5),
    lambda: mode(["a", "b", "b", "c"]),
    lambda: multimode("aabbc"),
    lambda: median_grouped([1, 2, 2, 3], interval=2),
    lambda: (mean([True, True, False]), mean({"a": 1}.values()), mean(x for x in (1, 2)), mean([1, 2, 4]), mean([3]), mean([10**20, 1])),
    lambda: (variance([1, 2, 3, 4, 5]), variance([0.1] * 3), pvariance([1.5, 2.5]), stdev([1, 1]), variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5])),
    lambda: issubclass(StatisticsError, ValueError),
    lambda: st.StatisticsError("x"),
)
