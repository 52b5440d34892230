import statistics
from statistics import *
from fractions import Fraction as F
from decimal import Decimal as D
print(mean([1, 2, 3, 4]), mean([1.5, 2.5]), mean([1, 2]), mean([F(1, 2), F(1, 3)]), mean([D("1.5"), D("2.5")]), fmean([1, 2, 3]), fmean([3.5, 4.0], [1, 3]), mean([True, False]), mean((i for i in range(5))), mean([10]), mean([1, 2.0]), mean({1, 2, 3}), mean(range(10)))
print(median([1, 3, 2]), median([1, 2, 3, 4]), median_low([1, 2, 3, 4]), median_high([1, 2, 3, 4]), median([1.5]), median_grouped([1, 2, 2, 3, 4, 4, 4, 5]), median_grouped([52, 52, 53, 54]), median(["a", "b", "c"]))
print(mode([1, 1, 2]), mode("hello"), multimode("aabb"), multimode([]), mode([1, 2]), multimode([1, 2, 2, 3, 3]))
print(stdev([1, 2, 3, 4]), pstdev([1, 2, 3, 4]), variance([1, 2, 3, 4]), pvariance([1, 2, 3, 4]), variance([1.5, 2.5, 3.5]), stdev([2, 4, 4, 4, 5, 5, 7, 9]), pstdev([2, 4, 4, 4, 5, 5, 7, 9]), variance([F(1, 2), F(3, 2)]), stdev([1.1, 2.2, 3.3]), variance([1, 2], xbar=1), pvariance([1, 2, 3], mu=2), variance([D("1"), D("2")]), stdev([0.1, 0.2, 0.3, 0.4]), pstdev([1.5, 2.5, 10.75]), pvariance([0.1, 0.3]))
print(harmonic_mean([40, 60]), harmonic_mean([1, 2, 4]), harmonic_mean([40, 60], weights=[5, 30]), geometric_mean([1, 2, 4]), geometric_mean([54, 24, 36]), harmonic_mean([2.5, 3, 10]), harmonic_mean([5]), harmonic_mean([0, 1]))
print(quantiles([1, 2, 3, 4, 5]), quantiles([1, 2, 3, 4], n=10), quantiles([1, 2, 3, 4], method="inclusive"), quantiles(range(1, 101), n=4), quantiles([10, 20, 30], n=2))
print(correlation([1, 2, 3], [1, 2, 4]), covariance([1, 2, 3], [1, 5, 7]), linear_regression([1, 2, 3], [2, 4, 6]), linear_regression([1, 2, 3], [2, 4, 7]).slope, linear_regression([1, 2], [3, 5], proportional=True), correlation([1, 2, 3], [3, 2, 1]))
