import statistics as st
d = [1, 2, 2, 3, 4, 7, 9]
print(st.mean(d), st.median(d), st.mode(d), st.stdev(d), st.pstdev(d), st.variance(d), st.pvariance(d), st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]), st.median_grouped(d), st.multimode("aabbc"), st.quantiles(d, n=4), st.quantiles(d, n=4, method="inclusive"), st.harmonic_mean([40, 60]), st.geometric_mean([54, 24, 36]), st.fmean([1, 2.5]), st.fmean([1, 2], weights=[3, 1]), st.correlation([1, 2, 3], [1, 5, 7]), st.covariance([1, 2, 3], [1, 5, 7]), st.linear_regression([1, 2, 3], [2, 4, 6]))
from fractions import Fraction as F
from decimal import Decimal as D
print(st.mean([F(1, 2), F(1, 3)]), st.mean([D("1.5"), D("2.5")]), st.mean([1, 2]), st.median(["a", "b", "c"]), st.mean([True, False]), st.NormalDist(100, 15).cdf(120), st.NormalDist.from_samples(d).mean, st.NormalDist(0, 1).inv_cdf(.975), st.NormalDist(1, 2) + 3)
for f in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.median([])):
    try:
        f()
    except st.StatisticsError as e:
        print(e)
