using System.Numerics;
using Punie.Python.Builtins;
using Punie.Python.Builtins.Methods;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules;

/// <summary><c>statistics</c>: sums are exact fractions, as in CPython.</summary>
internal static class StatisticsModule
{
    private static readonly PyType Error = PyType.Native("StatisticsError", "statistics", ExceptionTypes.ValueError);

    private static readonly NativeFunction[] Functions =
    [
        new("mean", "data", (ctx, a) => Mean(ctx, Data(ctx, a[0], 1, "mean requires at least one data point"))),
        new("fmean", "data, weights=None", FloatMean),
        new("geometric_mean", "data", GeometricMean),
        new("harmonic_mean", "data", HarmonicMean),
        new("median", "data", (ctx, a) => Median(ctx, a[0], 0)),
        new("median_low", "data", (ctx, a) => Median(ctx, a[0], -1)),
        new("median_high", "data", (ctx, a) => Median(ctx, a[0], 1)),
        new("mode", "data", (ctx, a) => Modes(ctx, a[0]) is { Length: > 0 } modes ? modes[0] : throw Fail(ctx, "no mode for empty data")),
        new("multimode", "data", (ctx, a) => ctx.NewList(Modes(ctx, a[0]))),
        new("variance", "data, xbar=None", (ctx, a) => Variance(ctx, Data(ctx, a[0], 2, "variance requires at least two data points"), 1)),
        new("pvariance", "data, mu=None", (ctx, a) => Variance(ctx, Data(ctx, a[0], 1, "pvariance requires at least one data point"), 0)),
        new("stdev", "data, xbar=None", (ctx, a) => Root(ctx, Variance(ctx, Data(ctx, a[0], 2, "stdev requires at least two data points"), 1))),
        new("pstdev", "data, mu=None", (ctx, a) => Root(ctx, Variance(ctx, Data(ctx, a[0], 1, "pstdev requires at least one data point"), 0))),
        new("quantiles", "data, *, n=4, method='exclusive'", Quantiles),
        new("correlation", "x, y, /", (ctx, a) => Paired(ctx, a, "correlation")),
        new("covariance", "x, y, /", (ctx, a) => Paired(ctx, a, "covariance")),
    ];

    internal static PyModule Load(RunContext ctx) => NativeModule.Make("statistics", Functions, ("StatisticsError", PyValue.Of(Error)));

    private static PyRaise Fail(RunContext ctx, string message) => ctx.Error(Error, message);

    private static PyValue[] Data(RunContext ctx, PyValue source, int least, string otherwise)
    {
        var data = ctx.ToArray(source);
        for (var i = 0; i < data.Length; i++)
        {
            ctx.Step();
            data[i] = ctx.Unwrap(data[i]);
            if (!Numbers.IsNumber(data[i])) data[i] = PyValue.Float(NumberParsing.Real(ctx, data[i]));
        }
        return data.Length >= least ? data : throw Fail(ctx, otherwise);
    }

    private static bool HasSpecial(PyValue[] data) => Array.Exists(data, v => v.IsFloat && !double.IsFinite(v.Double));

    private static (BigInteger Numerator, BigInteger Denominator) Exact(PyValue value) =>
        value.IsFloat ? NumberMethods.Fraction(value.Double) : (Numbers.Big(value), BigInteger.One);

    private static (BigInteger Numerator, BigInteger Denominator) Sum(RunContext ctx, IEnumerable<(BigInteger Numerator, BigInteger Denominator)> parts)
    {
        BigInteger top = BigInteger.Zero, bottom = BigInteger.One;
        foreach (var (numerator, denominator) in parts)
        {
            ctx.Step();
            if (denominator == bottom) top += numerator;
            else
            {
                (top, bottom) = (top * denominator + numerator * bottom, bottom * denominator);
                var common = BigInteger.GreatestCommonDivisor(top, bottom);
                (top, bottom) = (top / common, bottom / common);
            }
        }
        return (top, bottom);
    }

    // Ints give an int where the result is whole; everything else a float.
    private static PyValue Result(RunContext ctx, BigInteger numerator, BigInteger denominator, bool ints)
    {
        if (ints && (numerator % denominator).IsZero) return PyValue.Int(numerator / denominator);
        return ctx.Binary(BinaryOperator.Div, PyValue.Int(numerator), PyValue.Int(denominator));
    }

    private static PyValue Mean(RunContext ctx, PyValue[] data)
    {
        if (HasSpecial(data)) return PyValue.Float(data.Sum(v => NumberParsing.Real(ctx, v)) / data.Length);
        var (top, bottom) = Sum(ctx, data.Select(Exact));
        return Result(ctx, top, bottom * data.Length, !Array.Exists(data, v => v.IsFloat));
    }

    private static PyValue FloatMean(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var data = Data(ctx, a[0], 1, "fmean requires at least one data point");
        if (a[1].IsNone) return PyValue.Float(SpecialFunctions.ExactSum(ctx, ctx.NewList(data)) / data.Length);
        var weights = Data(ctx, a[1], 1, "sum of weights must be non-zero");
        if (weights.Length != data.Length) throw Fail(ctx, "data and weights must be the same length");
        double top = 0, bottom = 0;
        for (var i = 0; i < data.Length; i++)
        {
            var weight = NumberParsing.Real(ctx, weights[i]);
            top += NumberParsing.Real(ctx, data[i]) * weight;
            bottom += weight;
        }
        return bottom != 0 ? PyValue.Float(top / bottom) : throw Fail(ctx, "sum of weights must be non-zero");
    }

    private static PyValue GeometricMean(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var data = Data(ctx, a[0], 1, "geometric mean requires a non-empty dataset containing positive numbers");
        var logs = data.Select(v => NumberParsing.Real(ctx, v) is > 0 and var x ? Math.Log(x) : throw Fail(ctx, "geometric mean requires a non-empty dataset containing positive numbers"));
        return PyValue.Float(Math.Exp(SpecialFunctions.ExactSum(ctx, ctx.NewList([.. logs.Select(PyValue.Float)])) / data.Length));
    }

    private static PyValue HarmonicMean(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var data = Data(ctx, a[0], 1, "harmonic_mean requires at least one data point");
        if (Array.Exists(data, v => NumberParsing.Real(ctx, v) < 0)) throw Fail(ctx, "harmonic mean does not support negative values");
        if (Array.Exists(data, v => NumberParsing.Real(ctx, v) == 0)) return PyValue.Int(0);
        var (top, bottom) = Sum(ctx, data.Select(v => (Exact(v).Denominator, Exact(v).Numerator)));
        return Result(ctx, bottom * data.Length, top, false);
    }

    private static PyValue Median(RunContext ctx, PyValue source, int side)
    {
        var data = Sorting.Sort(ctx, ctx.ToArray(source), default, reverse: false);
        if (data.Length == 0) throw Fail(ctx, "no median for empty data");
        var middle = data.Length / 2;
        if (data.Length % 2 == 1 || side > 0) return data[middle];
        if (side < 0) return data[middle - 1];
        return ctx.Binary(BinaryOperator.Div, ctx.Binary(BinaryOperator.Add, data[middle - 1], data[middle]), PyValue.Int(2));
    }

    private static PyValue[] Modes(RunContext ctx, PyValue source)
    {
        var counts = new PyDict();
        foreach (var item in ctx.ToArray(source))
        {
            ctx.Step();
            var known = counts.Find(ctx, item);
            counts.Set(ctx, item, PyValue.Int(known.IsUnbound ? 1 : known.Bits + 1));
        }
        var pairs = counts.ToPairs();
        var most = pairs.Length == 0 ? 0 : pairs.Max(p => p.Value.Bits);
        return [.. pairs.Where(p => p.Value.Bits == most).Select(p => p.Key)];
    }

    private static PyValue Variance(RunContext ctx, PyValue[] data, int less)
    {
        var exact = data.Select(Exact).ToArray();
        var (top, bottom) = Sum(ctx, exact);
        var (squares, squareBottom) = Sum(ctx, exact.Select(e => (e.Numerator * e.Numerator, e.Denominator * e.Denominator)));
        // n * sum(x²) - sum(x)², over n * (n - less)
        BigInteger n = data.Length;
        var numerator = n * squares * bottom * bottom - top * top * squareBottom;
        return Result(ctx, numerator, squareBottom * bottom * bottom * n * (n - less), !Array.Exists(data, v => v.IsFloat));
    }

    private static PyValue Root(RunContext ctx, PyValue variance) => PyValue.Float(Math.Sqrt(NumberParsing.Real(ctx, variance)));

    private static PyValue Quantiles(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var count = ctx.Int64(a[1]);
        if (count < 1) throw Fail(ctx, "n must be at least 1");
        var data = Sorting.Sort(ctx, Data(ctx, a[0], 2, "must have at least two data points"), default, reverse: false);
        var inclusive = ctx.Str(a[2]) == "inclusive";
        var m = inclusive ? data.Length - 1 : data.Length + 1L;
        var result = new PyList();
        for (long i = 1; i < count; i++)
        {
            ctx.Step();
            var j = inclusive ? i * m / count : Math.Clamp(i * m / count, 1, data.Length - 1);
            var delta = i * m - j * count;
            PyValue low = data[inclusive ? j : j - 1], high = data[inclusive ? j + 1 : j];
            var sum = ctx.Binary(BinaryOperator.Add, ctx.Binary(BinaryOperator.Mult, low, PyValue.Int(count - delta)), ctx.Binary(BinaryOperator.Mult, high, PyValue.Int(delta)));
            result.Add(ctx, ctx.Binary(BinaryOperator.Div, sum, PyValue.Int(count)));
        }
        return ctx.New(result, 56);
    }

    private static PyValue Paired(RunContext ctx, ReadOnlySpan<PyValue> a, string name)
    {
        double[] x = [.. Data(ctx, a[0], 2, $"{name} requires at least two data points").Select(v => NumberParsing.Real(ctx, v))];
        double[] y = [.. Data(ctx, a[1], 2, $"{name} requires at least two data points").Select(v => NumberParsing.Real(ctx, v))];
        if (x.Length != y.Length) throw Fail(ctx, $"{name} requires that both inputs have same number of data points");
        double meanX = x.Average(), meanY = y.Average();
        var products = x.Zip(y, (p, q) => (p - meanX) * (q - meanY)).Sum();
        if (name == "covariance") return PyValue.Float(products / (x.Length - 1));
        var spread = Math.Sqrt(x.Sum(p => (p - meanX) * (p - meanX)) * y.Sum(q => (q - meanY) * (q - meanY)));
        return spread != 0 ? PyValue.Float(products / spread) : throw Fail(ctx, "at least one of the inputs is constant");
    }
}
