import statistics
from statistics import *
from fractions import Fraction as F
from decimal import Decimal as D
print(NormalDist(0, 1), NormalDist(100, 15).mean, NormalDist(100, 15).stdev, NormalDist(100, 15).cdf(115), NormalDist(0, 1).pdf(0), NormalDist(0, 1).inv_cdf(0.975), NormalDist.from_samples([1, 2, 3]), NormalDist(1, 2) + NormalDist(3, 4), NormalDist(1, 2) * 3, NormalDist(100, 15).zscore(130), NormalDist(0, 1).quantiles(4), NormalDist(0, 1).overlap(NormalDist(1, 1)), NormalDist(5, 2).variance, NormalDist(5, 2).median, NormalDist() == NormalDist(0, 1), -NormalDist(1, 2), NormalDist(1, 2) - 3)
