using System.Numerics;
using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules;

/// <summary><c>math</c>.</summary>
internal static class MathModule
{
    private static readonly NativeFunction[] Functions =
    [
        Real("acos", Math.Acos), Real("acosh", Math.Acosh), Real("asin", Math.Asin), Real("asinh", Math.Asinh),
        Real("atan", Math.Atan), Real("atanh", Math.Atanh),
        Real("cbrt", Math.Cbrt), Real("cos", Math.Cos), Real("cosh", Math.Cosh), Real("exp", Math.Exp),
        Real("exp2", x => Math.Pow(2, x)), Real("expm1", ErrorFunction.Expm1),
        Real("log1p", ErrorFunction.Log1p), Real("sin", Math.Sin), Real("sinh", Math.Sinh), Real("sqrt", Math.Sqrt),
        Real("tan", Math.Tan), Real("tanh", Math.Tanh),
        Real("fabs", Math.Abs), Real("degrees", x => x * (180 / Math.PI)), Real("radians", x => x * (Math.PI / 180)),
        Real("erf", ErrorFunction.Erf), Real("erfc", ErrorFunction.Erfc), Real("gamma", SpecialFunctions.Gamma),
        Real("lgamma", SpecialFunctions.LogGamma),
        Real2("atan2", Math.Atan2), Real2("copysign", Math.CopySign), Real2("fmod", (x, y) => x % y),
        Real2("remainder", Math.IEEERemainder), Real2("pow", Math.Pow),
        new("ceil", "x, /", (ctx, a) => Whole(ctx, a[0], "__ceil__", Math.Ceiling)),
        new("floor", "x, /", (ctx, a) => Whole(ctx, a[0], "__floor__", Math.Floor)),
        new("trunc", "x, /", (ctx, a) => Whole(ctx, a[0], "__trunc__", Math.Truncate)),
        new("isfinite", "x, /", (ctx, a) => PyValue.Bool(double.IsFinite(NumberParsing.Real(ctx, a[0])))),
        new("isinf", "x, /", (ctx, a) => PyValue.Bool(double.IsInfinity(NumberParsing.Real(ctx, a[0])))),
        new("isnan", "x, /", (ctx, a) => PyValue.Bool(double.IsNaN(NumberParsing.Real(ctx, a[0])))),
        new("isclose", "a, b, *, rel_tol=?, abs_tol=?", IsClose),
        new("log", "x, base=?, /", Log),
        new("log2", "x, /", (ctx, a) => PyValue.Float(LogOf(ctx, a[0], Math.Log2, 1))),
        new("log10", "x, /", (ctx, a) => PyValue.Float(LogOf(ctx, a[0], Math.Log10, Math.Log10(2)))),
        new("frexp", "x, /", Frexp),
        new("ldexp", "x, i, /", (ctx, a) =>
            PyValue.Float(
                Checked(ctx, Math.ScaleB(NumberParsing.Real(ctx, a[0]), ctx.ClampedInt32(a[1])),
                double.IsFinite(NumberParsing.Real(ctx, a[0]))))),
        new("modf", "x, /", Modf),
        new("nextafter", "x, y, /", (ctx, a) =>
            PyValue.Float(NextAfter(NumberParsing.Real(ctx, a[0]), NumberParsing.Real(ctx, a[1])))),
        new("ulp", "x, /", (ctx, a) => PyValue.Float(Ulp(Math.Abs(NumberParsing.Real(ctx, a[0]))))),
        new("hypot", "*coordinates", (ctx, a) =>
            PyValue.Float(Norm(ctx, [.. ((PyTuple)a[0].Ref!).Items.Select(v => NumberParsing.Real(ctx, v))]))),
        new("dist", "p, q, /", Distance),
        new("fsum", "seq, /", (ctx, a) => PyValue.Float(SpecialFunctions.ExactSum(ctx, a[0]))),
        new("prod", "iterable, /, *, start=1", Product),
        new("sumprod", "p, q, /", SumProduct),
        new("comb", "n, k, /", (ctx, a) => Integer(IntegerFunctions.Combinations(ctx, a[0], a[1]))),
        new("perm", "n, k=None, /", (ctx, a) => Integer(IntegerFunctions.Permutations(ctx, a[0], a[1]))),
        new("factorial", "n, /", (ctx, a) => Integer(IntegerFunctions.Factorial(ctx, a[0]))),
        new("gcd", "*integers", (ctx, a) => Integer(IntegerFunctions.Gcd(ctx, ((PyTuple)a[0].Ref!).Items))),
        new("lcm", "*integers", (ctx, a) => Integer(IntegerFunctions.Lcm(ctx, ((PyTuple)a[0].Ref!).Items))),
        new("isqrt", "n, /", (ctx, a) => Integer(IntegerFunctions.SquareRoot(ctx, a[0]))),
    ];

    internal static PyModule Load(RunContext ctx) => NativeModule.Make(
        "math", Functions, ("pi", PyValue.Float(Math.PI)), ("e", PyValue.Float(Math.E)),
        ("tau", PyValue.Float(Math.Tau)),
        ("inf", PyValue.Float(double.PositiveInfinity)), ("nan", PyValue.Float(double.NaN)));

    private static PyValue Integer(BigInteger value) => PyValue.Int(value);

    private static NativeFunction Real(string name, Func<double, double> function) => new(name, "x, /", (ctx, a) =>
    {
        var x = NumberParsing.Real(ctx, a[0]);
        var result = function(x);
        if (double.IsNaN(result) && !double.IsNaN(x)) throw ctx.ValueError("math domain error");
        if (name is "atanh" or "gamma" or "lgamma" or "log1p" && double.IsInfinity(result) && double.IsFinite(x)
            && !(name is "gamma" or "lgamma" && x > 1)) throw ctx.ValueError("math domain error");
        return PyValue.Float(Checked(ctx, result, double.IsFinite(x)));
    });

    private static NativeFunction Real2(string name, Func<double, double, double> function) =>
        new(name, "x, y, /", (ctx, a) =>
    {
        double x = NumberParsing.Real(ctx, a[0]), y = NumberParsing.Real(ctx, a[1]);
        var result = function(x, y);
        if (name == "pow" && (x == 1 || y == 0)) return PyValue.Float(1);
        if (double.IsNaN(result) && !double.IsNaN(x) && !double.IsNaN(y)) throw ctx.ValueError("math domain error");
        if (name == "pow" && x == 0 && y < 0 && double.IsFinite(y)) throw ctx.ValueError("math domain error");
        return PyValue.Float(Checked(ctx, result, double.IsFinite(x) && double.IsFinite(y)));
    });

    private static double Checked(RunContext ctx, double result, bool finite) =>
        double.IsInfinity(result) && finite ? throw ctx.OverflowError("math range error") : result;

    private static PyValue Whole(RunContext ctx, PyValue value, string special, Func<double, double> round)
    {
        if (value.Ref is PyInstance instance && instance.Special(ctx, special, [], out var own)) return own;
        if (ctx.TryInteger(value, out var integer)) return PyValue.Int(integer);
        return PyValue.Int(NumberParsing.Truncate(ctx, round(NumberParsing.Real(ctx, value))));
    }

    private static PyValue IsClose(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        double x = NumberParsing.Real(ctx, a[0]), y = NumberParsing.Real(ctx, a[1]);
        var relative = a[2].IsUnbound ? 1e-9 : NumberParsing.Real(ctx, a[2]);
        var absolute = a[3].IsUnbound ? 0 : NumberParsing.Real(ctx, a[3]);
        if (relative < 0 || absolute < 0) throw ctx.ValueError("tolerances must be non-negative");
        if (x == y) return PyValue.True;
        if (double.IsInfinity(x) || double.IsInfinity(y)) return PyValue.False;
        var difference = Math.Abs(x - y);
        return PyValue.Bool(difference <= Math.Abs(relative * y) || difference <= Math.Abs(relative * x)
            || difference <= absolute);
    }

    private static PyValue Log(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var value = LogOf(ctx, a[0], Math.Log, Math.Log(2));
        if (a[1].IsUnbound) return PyValue.Float(value);
        var divisor = LogOf(ctx, a[1], Math.Log, Math.Log(2));
        return divisor != 0 ? PyValue.Float(value / divisor) : throw ctx.ZeroDivisionError("float division by zero");
    }

    // An int beyond a double's range still has a logarithm.
    private static double LogOf(RunContext ctx, PyValue value, Func<double, double> log, double ofTwo)
    {
        if (ctx.Unwrap(value).Ref is PyBigInt { Value: { Sign: > 0 } big } && big.GetBitLength() > 1000)
        {
            var shift = (int)big.GetBitLength() - 64;
            return log((double)(big >> shift)) + shift * ofTwo;
        }
        var x = NumberParsing.Real(ctx, value);
        return x > 0 || double.IsNaN(x) ? log(x) : throw ctx.ValueError("math domain error");
    }

    private static PyValue Frexp(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var x = NumberParsing.Real(ctx, a[0]);
        if (x == 0 || !double.IsFinite(x)) return ctx.NewTuple([PyValue.Float(x), PyValue.Int(0)]);
        var exponent = Math.ILogB(x) + 1;
        return ctx.NewTuple([PyValue.Float(Math.ScaleB(x, -exponent)), PyValue.Int(exponent)]);
    }

    private static PyValue Modf(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var x = NumberParsing.Real(ctx, a[0]);
        var whole = Math.Truncate(x);
        return ctx.NewTuple(
            [PyValue.Float(double.IsInfinity(x) ? Math.CopySign(0, x) : Math.CopySign(x - whole, x)),
            PyValue.Float(whole)]);
    }

    private static double Ulp(double x) =>
        !double.IsFinite(x) ? x : x == double.MaxValue ? x - Math.BitDecrement(x) : Math.BitIncrement(x) - x;

    private static double NextAfter(double x, double y) =>
        x == y || double.IsNaN(x) || double.IsNaN(y)
        ? (x == y ? y : double.NaN) : y > x ? Math.BitIncrement(x)
        : Math.BitDecrement(x);

    private static double Norm(RunContext ctx, double[] parts)
    {
        ctx.Tick(parts.Length);
        if (parts.Any(double.IsInfinity)) return double.PositiveInfinity;
        var largest = parts.Length == 0 ? 0 : parts.Max(Math.Abs);
        if (largest == 0 || double.IsNaN(largest)) return largest;
        if (parts.Length == 2) return double.Hypot(parts[0], parts[1]);
        return largest * Math.Sqrt(parts.Sum(p => p / largest * (p / largest)));
    }

    private static PyValue Distance(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        PyValue[] p = ctx.ToArray(a[0]), q = ctx.ToArray(a[1]);
        if (p.Length != q.Length) throw ctx.ValueError("both points must have the same number of dimensions");
        return PyValue.Float(
            Norm(ctx, [.. p.Zip(q, (x, y) => NumberParsing.Real(ctx, x) - NumberParsing.Real(ctx, y))]));
    }

    private static PyValue Product(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var product = a[1];
        var iterator = ctx.Iterate(a[0]);
        while (iterator.Next(ctx, out var value))
        {
            ctx.Step();
            product = ctx.Binary(BinaryOperator.Mult, product, value);
        }
        return product;
    }

    private static PyValue SumProduct(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        PyValue[] p = ctx.ToArray(a[0]), q = ctx.ToArray(a[1]);
        if (p.Length != q.Length) throw ctx.ValueError("Inputs are not the same length");
        var sum = PyValue.Int(0);
        for (var i = 0; i < p.Length; i++)
        {
            ctx.Step();
            sum = ctx.Binary(BinaryOperator.Add, sum, ctx.Binary(BinaryOperator.Mult, p[i], q[i]));
        }
        return sum;
    }
}
