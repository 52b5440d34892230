"""Statistics of data, exact where the data are."""
import math
import operator
import random
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from decimal import Decimal
from fractions import Fraction

LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


class StatisticsError(ValueError):
    """Raised for data that have no such statistic."""


def _ratio(x):
    """The numerator and the denominator; None is the denominator of what is no number or has no end."""
    if not hasattr(x, "as_integer_ratio"):
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")
    try:
        return x.as_integer_ratio()
    except (OverflowError, ValueError):
        return x, None


def _wider(kind, other):
    """The class of a result from values of two classes."""
    if other is kind or other in (int, bool):
        return kind
    both = (kind, other), (other, kind)
    for base, derived in both:
        if issubclass(derived, base):
            return derived
    for narrow, wide in both:
        if issubclass(narrow, int) or (issubclass(narrow, Fraction) and issubclass(wide, float)):
            return wide
    raise TypeError(f"don't know how to coerce {kind.__name__} and {other.__name__}")


def _total(parts):
    """The sum of fractions that are given as numerators by denominator."""
    if None in parts:
        return parts[None]
    return sum((Fraction(n, d) for d, n in parts.items()), Fraction(0))


class _Exact:
    """The exact sum of data, that of their squares where it is asked for, and the class that results have."""

    def __init__(self, data, squared=False):
        self.count, self.kind, sums, squares = 0, int, {}, {}
        for self.count, value in enumerate(data, 1):
            if type(value) is not self.kind:
                self.kind = _wider(self.kind, type(value))
            n, d = _ratio(value)
            sums[d] = sums.get(d, 0) + n
            if squared and d is not None:
                squares[d * d] = squares.get(d * d, 0) + n * n
        self.sum, self._squares = _total(sums), squares

    def need(self, least, what):
        """The data again, where they are enough for what is asked."""
        if self.count < least:
            points = ("at least one data point", "at least two data points")[least - 1]
            raise StatisticsError(f"{what} requires {points}")
        return self

    def squares(self):
        """The sum of the squared distances from the mean."""
        if not isinstance(self.sum, Fraction):
            return self.sum
        return _total(self._squares) - self.sum * self.sum / self.count

    def result(self, value):
        """The value in the class of results."""
        kind = self.kind
        if type(value) is kind:
            return value
        if issubclass(kind, int) and value.denominator != 1:
            return float(value)
        if issubclass(kind, Decimal):
            return kind(value.numerator) / value.denominator if isinstance(value, Fraction) else kind(value)
        return kind(value)


def _spread(data, centre, least, what):
    """The data, and the sum of their squared distances from the centre, or from the mean where there is none."""
    if centre is None:
        exact = _Exact(data, squared=True).need(least, what)
        return exact, exact.squares()
    exact = _Exact((x - centre) * (x - centre) for x in data).need(least, what)
    return exact, exact.sum


def mean(data):
    exact = _Exact(data).need(1, "mean")
    return exact.result(exact.sum / exact.count)


def fmean(data, weights=None):
    if weights is None:
        data = list(data)
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return math.fsum(data) / len(data)
    weights = list(weights)
    data = list(data)
    num = math.fsum(x * w for x, w in zip(data, weights))
    if len(data) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    den = math.fsum(weights)
    if not den:
        raise StatisticsError("sum of weights must be non-zero")
    return num / den


def geometric_mean(data):
    try:
        return math.exp(fmean(map(math.log, data)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def _not_negative(x):
    if x < 0:
        raise StatisticsError("harmonic mean does not support negative values")
    return x


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is None and len(data) == 1:
        if isinstance(data[0], (int, float, Decimal, Fraction)):
            return _not_negative(data[0])
        raise TypeError("unsupported type")
    weighed = [1] * len(data) if weights is None else list(weights)
    if len(weighed) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    weight = _Exact(map(_not_negative, weighed)).sum
    try:
        inverse = _Exact(w / x if w else 0 for w, x in zip(weighed, map(_not_negative, data)))
    except ZeroDivisionError:
        return 0
    if inverse.sum <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return inverse.result(weight / inverse.sum)


def _ordered(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values, len(values) // 2


def median(data):
    values, half = _ordered(data)
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def median_low(data):
    values, _ = _ordered(data)
    return values[(len(values) - 1) // 2]


def median_high(data):
    values, half = _ordered(data)
    return values[half]


def median_grouped(data, interval=1.0):
    values, half = _ordered(data)
    middle, width = values[half], float(interval)
    below = bisect_left(values, middle)
    same = bisect_right(values, middle, lo=below) - below
    return float(middle) - width / 2.0 + width * (len(values) / 2 - below) / same


def mode(data):
    for value, _ in Counter(iter(data)).most_common(1):
        return value
    raise StatisticsError("no mode for empty data")


def multimode(data):
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    ld = len(data)
    if ld < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        m = ld - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        m = ld + 1
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else ld - 1 if j > ld - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


def variance(data, xbar=None):
    exact, squares = _spread(data, xbar, 2, "variance")
    return exact.result(squares / (exact.count - 1))


def pvariance(data, mu=None):
    exact, squares = _spread(data, mu, 1, "pvariance")
    return exact.result(squares / exact.count)


def _root(mss, T):
    if issubclass(T, Decimal):
        return (Decimal(mss.numerator) / Decimal(mss.denominator)).sqrt()
    n, m = mss.numerator, mss.denominator
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        numerator, denominator = _odd_root(n, m << 2 * q) << q, 1
    else:
        numerator, denominator = _odd_root(n << -2 * q, m), 1 << -q
    return numerator / denominator


def _odd_root(n, m):
    a = math.isqrt(n // m)
    return a | (a * a * m != n)


def stdev(data, xbar=None):
    exact, squares = _spread(data, xbar, 2, "stdev")
    return _root(squares / (exact.count - 1), exact.kind)


def pstdev(data, mu=None):
    exact, squares = _spread(data, mu, 1, "pstdev")
    return _root(squares / exact.count, exact.kind)


def _check_pairs(what, x, y):
    if len(x) != len(y):
        raise StatisticsError(f"{what} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{what} requires at least two data points")


def _from_mean(values):
    """The mean, and how far each value is from it."""
    centre = math.fsum(values) / len(values)
    return centre, [value - centre for value in values]


def _product(a, b):
    return math.fsum(map(operator.mul, a, b))


def covariance(x, y, /):
    _check_pairs("covariance", x, y)
    (_, dx), (_, dy) = _from_mean(x), _from_mean(y)
    return _product(dx, dy) / (len(x) - 1)


def correlation(x, y, /):
    _check_pairs("correlation", x, y)
    (_, dx), (_, dy) = _from_mean(x), _from_mean(y)
    size = math.sqrt(_product(dx, dx) * _product(dy, dy))
    if not size:
        raise StatisticsError("at least one of the inputs is constant")
    return _product(dx, dy) / size


def linear_regression(x, y, /, *, proportional=False):
    _check_pairs("linear regression", x, y)
    (x0, dx), (y0, dy) = ((0.0, x), (0.0, y)) if proportional else (_from_mean(x), _from_mean(y))
    size = _product(dx, dx)
    if not size:
        raise StatisticsError("x is constant")
    slope = _product(dx, dy) / size
    return LinearRegression(slope, 0.0 if proportional else y0 - slope * x0)


class NormalDist:
    """A normal distribution."""

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    mean = median = mode = property(operator.attrgetter("_mu"))
    stdev = property(operator.attrgetter("_sigma"))
    variance = property(lambda self: self._sigma * self._sigma)

    @classmethod
    def from_samples(cls, data):
        exact, squares = _spread(list(data), None, 2, "stdev")
        return cls(exact.result(exact.sum / exact.count), _root(squares / (exact.count - 1), exact.kind))

    def _spread_for(self, what):
        if not self._sigma:
            raise StatisticsError(f"{what}() not defined when sigma is zero")
        return self._sigma

    def samples(self, n, *, seed=None):
        source = random if seed is None else random.Random(seed)
        return [source.gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._spread_for("pdf") * self._sigma
        away = x - self._mu
        return math.exp(away * away / (-2.0 * variance)) / math.sqrt(math.tau * variance)

    def cdf(self, x):
        width = self._spread_for("cdf") * math.sqrt(2.0)
        return 0.5 * (1.0 + math.erf((x - self._mu) / width))

    def inv_cdf(self, p):
        if 0.0 < p < 1.0:
            return native._inv_cdf(p, self._mu, self._sigma)
        raise StatisticsError("p must be in the range 0.0 < p < 1.0")

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def zscore(self, x):
        return (x - self._mu) / self._spread_for("zscore")

    def overlap(self, other):
        """The area under both curves: what is left of one when the differences where they cross are taken away."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        narrow, wide = sorted((self, other), key=lambda dist: (dist._sigma, dist._mu))
        if not narrow.variance or not wide.variance:
            raise StatisticsError("overlap() not defined when sigma is zero")
        apart, widening = math.fabs(wide._mu - narrow._mu), wide.variance - narrow.variance
        if not widening:
            return 1.0 - math.erf(apart / (2.0 * narrow._sigma * math.sqrt(2.0)))
        middle = narrow._mu * wide.variance - wide._mu * narrow.variance
        logs = widening * math.log(wide.variance / narrow.variance)
        reach = narrow._sigma * wide._sigma * math.sqrt(apart * apart + logs)
        crossings = (middle + reach) / widening, (middle - reach) / widening
        return 1.0 - sum(math.fabs(wide.cdf(x) - narrow.cdf(x)) for x in crossings)

    def _moved(self, by, operation):
        mu, sigma = (by._mu, math.hypot(self._sigma, by._sigma)) if isinstance(by, NormalDist) else (by, self._sigma)
        return NormalDist(operation(self._mu, mu), sigma)

    def _scaled(self, by, operation):
        return NormalDist(operation(self._mu, by), operation(self._sigma, math.fabs(by)))

    def __add__(self, x2):
        return self._moved(x2, operator.add)

    def __sub__(self, x2):
        return self._moved(x2, operator.sub)

    def __mul__(self, x2):
        return self._scaled(x2, operator.mul)

    def __truediv__(self, x2):
        return self._scaled(x2, operator.truediv)

    def __rsub__(self, x1):
        return -(self - x1)

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self):
        return self * -1.0

    def __pos__(self):
        return self * 1.0

    def __eq__(self, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return self._mu == x2._mu and self._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"
