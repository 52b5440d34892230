using System.Numerics;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Decimals;

/// <summary>Methods of <c>Decimal</c>.</summary>
internal static class DecimalMethods
{
    private delegate PyDecimal Operation(RunContext ctx, DecimalContext context, PyDecimal x);

    private delegate PyDecimal Operation2(RunContext ctx, DecimalContext context, PyDecimal x, PyDecimal y);

    internal static void Define()
    {
        var type = PyDecimal.DecimalType;
        type.Define(
            One("sqrt", DecimalDivision.SquareRoot), One("exp", DecimalPower.Exp), One("normalize", Normalize),
            One("ln", (ctx, c, x) => DecimalPower.Log(ctx, c, x, isDecimal: false)),
            One("log10", (ctx, c, x) => DecimalPower.Log(ctx, c, x, isDecimal: true)),
            One("logb", (_, _, x) => PyDecimal.Of(x.Adjusted)),
            One("next_plus", (ctx, c, x) => Next(ctx, c, x, up: true)),
            One("next_minus", (ctx, c, x) => Next(ctx, c, x, up: false)),
            Two("compare", (ctx, _, x, y) =>
                x.IsNaN || y.IsNaN ? PyDecimal.NaN : PyDecimal.Of(DecimalMath.Order(ctx, x, y))),
            Two("max", (ctx, c, x, y) => Extreme(ctx, c, (x, y), wantsMore: true)),
            Two("min", (ctx, c, x, y) => Extreme(ctx, c, (x, y), wantsMore: false)),
            Two("remainder_near", RemainderNear),
            Two("scaleb", (ctx, c, x, y) =>
                c.Rounded(ctx, new PyDecimal(x.IsNegative, x.Coefficient, x.Exponent + (long)y.Truncate(ctx), x.Kind))),
            new NativeFunction("fma", "self, other, third, context=None", Fma),
            new NativeFunction("quantize", "self, exp, rounding=None, context=None", Quantize),
            Whole("to_integral_value"), Whole("to_integral"), Whole("to_integral_exact"),
            new NativeFunction("as_tuple", "self, /", AsTuple),
            new NativeFunction("as_integer_ratio", "self, /", Ratio),
            new NativeFunction("adjusted", "self, /", (_, a) => PyValue.Int(Self(a).Adjusted)),
            new NativeFunction("to_eng_string", "self, /, context=None", (ctx, a) =>
                ctx.Text(DecimalText.Of(ctx, Self(a), engineering: true))),
            new NativeFunction("copy_abs", "self, /", (ctx, a) => PyDecimal.Value(ctx, Self(a).WithSign(false))),
            new NativeFunction("copy_negate", "self, /", (ctx, a) =>
                PyDecimal.Value(ctx, Self(a).WithSign(!Self(a).IsNegative))),
            new NativeFunction("copy_sign", "self, other, /, context=None", (ctx, a) =>
                PyDecimal.Value(ctx, Self(a).WithSign(Other(ctx, a[1]).IsNegative))),
            new NativeFunction("conjugate", "self, /", (_, a) => a[0]),
            new NativeFunction("canonical", "self, /", (_, a) => a[0]),
            new NativeFunction("radix", "self, /", (ctx, _) => PyDecimal.Value(ctx, PyDecimal.Of(10))),
            new NativeFunction("number_class", "self, /, context=None", (ctx, a) =>
                ctx.Text(Class(DecimalContext.Current(ctx), Self(a)))),
            Is("is_nan", x => x.IsNaN), Is("is_qnan", x => x.Kind == DecimalKind.NaN),
            Is("is_snan", x => x.Kind == DecimalKind.SignallingNaN),
            Is("is_finite", x => x.IsFinite), Is("is_infinite", x => x.Kind == DecimalKind.Infinity),
            Is("is_zero", x => x.IsZero),
            Is("is_signed", x => x.IsNegative), Is("is_canonical", _ => true),
            Is("is_normal", x => x is { IsFinite: true, IsZero: false, Adjusted: >= -999999 }),
            Is("is_subnormal", x => x is { IsFinite: true, IsZero: false, Adjusted: < -999999 }));
        type.Define(new NativeFunction("same_quantum", "self, other, /, context=None", SameQuantum));
        type.Define("from_float",
            PyValue.Of(new PyClassMethod(PyValue.Of(new NativeFunction("from_float", "cls, f, /", FromFloat)))));
        type.Define("real", PyValue.Of(new NativeProperty("real", (_, self) => self)));
        type.Define("imag", PyValue.Of(new NativeProperty("imag", (ctx, _) => PyDecimal.Value(ctx, PyDecimal.Of(0)))));
        foreach (var (name, mode) in new[] { ("__floor__", DecimalRounding.Floor),
            ("__ceil__", DecimalRounding.Ceiling), ("__trunc__", DecimalRounding.Down) })
            type.Define(new NativeFunction(name, "self, /", (ctx, a) => PyValue.Int(WholeOf(ctx, Self(a), mode))));
    }

    /// <summary>The whole number next to it in a direction.</summary>
    internal static BigInteger WholeOf(RunContext ctx, PyDecimal value, DecimalRounding mode) =>
        (value.IsFinite ? Rounding.ToExponent(ctx, value, 0, mode) : value).Truncate(ctx);

    internal static PyDecimal Other(RunContext ctx, PyValue value) =>
        PyDecimal.From(ctx, value)
            ?? throw ctx.TypeError($"conversion from {value.TypeName} to Decimal is not supported");

    private static PyDecimal Self(ReadOnlySpan<PyValue> a) => (PyDecimal)a[0].Ref!;

    private static DecimalContext Given(RunContext ctx, PyValue context)
    {
        if (context.IsNone) return DecimalContext.Current(ctx);
        return context.Ref as DecimalContext ?? throw ctx.TypeError("optional argument must be a context");
    }

    private static NativeFunction One(string name, Operation operation) =>
        new(name, "self, /, context=None", (ctx, a) => PyDecimal.Value(ctx, operation(ctx, Given(ctx, a[1]), Self(a))));

    private static NativeFunction Two(string name, Operation2 operation) =>
        new(name, "self, /, other, context=None", (ctx, a) =>
            PyDecimal.Value(ctx, operation(ctx, Given(ctx, a[2]), Self(a), Other(ctx, a[1]))));

    private static NativeFunction Is(string name, Func<PyDecimal, bool> test) =>
        new(name, "self, /, context=None", (_, a) => PyValue.Bool(test(Self(a))));

    private static NativeFunction Whole(string name) => new(name, "self, /, rounding=None, context=None", (ctx, a) =>
    {
        var value = Self(a);
        var mode = a[1].IsNone ? Given(ctx, a[2]).Rounding : DecimalContext.ModeOf(ctx, a[1]);
        return PyDecimal.Value(ctx, !value.IsFinite || value.Exponent >= 0
            ? value
            : Rounding.ToExponent(ctx, value, 0, mode));
    });

    private static PyDecimal Normalize(RunContext ctx, DecimalContext context, PyDecimal x)
    {
        if (context.NaNOf(ctx, x, x) is { } nan) return nan;
        x = context.Rounded(ctx, x);
        if (!x.IsFinite) return x;
        if (x.IsZero) return new PyDecimal(x.IsNegative, 0, 0);
        var (coefficient, exponent) =
            DecimalDivision.Shortened(ctx, x.Coefficient, x.Exponent, context.LargestExponent);
        return new PyDecimal(x.IsNegative, coefficient, exponent);
    }

    private static PyDecimal Next(RunContext ctx, DecimalContext context, PyDecimal x, bool up)
    {
        if (!x.IsFinite) return x;
        var mode = up ? DecimalRounding.Ceiling : DecimalRounding.Floor;
        var step = new PyDecimal(!up, 1, Math.Max(context.LeastExponent - 1, x.Adjusted - context.Precision - 1));
        var directed = context.Copy();
        directed.Rounding = mode;
        return DecimalMath.Add(ctx, directed, x, step);
    }

    private static PyDecimal Extreme(RunContext ctx, DecimalContext context, (PyDecimal X, PyDecimal Y) pair,
        bool wantsMore)
    {
        var (x, y) = pair;
        if (x.IsNaN || y.IsNaN)
        {
            if (x.Kind == DecimalKind.NaN && !y.IsNaN) return context.Rounded(ctx, y);
            if (y.Kind == DecimalKind.NaN && !x.IsNaN) return context.Rounded(ctx, x);
            return context.NaNOf(ctx, x, y)!;
        }
        var order = DecimalMath.Order(ctx, x, y);
        if (order == 0)
            order = x.IsNegative != y.IsNegative
            ? (x.IsNegative ? -1 : 1) : x.IsNegative ? y.Exponent.CompareTo(x.Exponent)
            : x.Exponent.CompareTo(y.Exponent);
        return context.Rounded(ctx, order > 0 == wantsMore ? x : y);
    }

    private static PyDecimal RemainderNear(RunContext ctx, DecimalContext context, PyDecimal x, PyDecimal y)
    {
        var remainder = DecimalDivision.DivRem(ctx, context, x, y, wantsQuotient: false).Remainder;
        if (!remainder.IsFinite || !y.IsFinite) return remainder;
        var isOdd = !DecimalDivision.Whole(ctx, context, x, y).Quotient!.Coefficient.IsEven;
        var order = DecimalMath.Order(ctx, new PyDecimal(false, remainder.Coefficient * 2, remainder.Exponent),
            y.WithSign(false));
        if (order < 0 || (order == 0 && !isOdd)) return remainder;
        return DecimalMath.Add(ctx, context, remainder, y.WithSign(!x.IsNegative));
    }

    private static PyValue Fma(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        PyDecimal x = Self(a), y = Other(ctx, a[1]), z = Other(ctx, a[2]);
        var context = Given(ctx, a[3]);
        if (!x.IsFinite || !y.IsFinite)
            return PyDecimal.Value(ctx, DecimalMath.Add(ctx, context, DecimalMath.Multiply(ctx, context, x, y), z));
        var product =
            new PyDecimal(x.IsNegative != y.IsNegative, DecimalMath.Product(ctx, x.Coefficient, y.Coefficient),
            x.Exponent + y.Exponent);
        return PyDecimal.Value(ctx, DecimalMath.Add(ctx, context, product, z));
    }

    private static PyValue Quantize(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        PyDecimal x = Self(a), pattern = Other(ctx, a[1]);
        var context = Given(ctx, a[3]);
        var mode = a[2].IsNone ? context.Rounding : DecimalContext.ModeOf(ctx, a[2]);
        if (context.NaNOf(ctx, x, pattern) is { } nan) return PyDecimal.Value(ctx, nan);
        if (!x.IsFinite && !pattern.IsFinite) return a[0];
        return PyDecimal.Value(ctx, pattern.IsFinite
            ? context.Quantized(ctx, x, pattern.Exponent, mode)
            : context.Signal(ctx, DecimalSignals.InvalidOperation));
    }

    private static PyValue SameQuantum(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        PyDecimal x = Self(a), y = Other(ctx, a[1]);
        return PyValue.Bool(x.IsFinite && y.IsFinite
            ? x.Exponent == y.Exponent
            : (x.IsNaN && y.IsNaN) || (x.Kind == DecimalKind.Infinity && y.Kind == DecimalKind.Infinity));
    }

    private static PyValue AsTuple(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var value = Self(a);
        var digits = value.Kind == DecimalKind.Infinity
            ? "0" : value.IsNaN && value.Coefficient.IsZero ? ""
            : DecimalText.Digits(ctx, value);
        var exponent =
            value.Kind switch
            {
                DecimalKind.Finite => PyValue.Int(value.Exponent),
                DecimalKind.Infinity => PyValue.Str("F"),
                DecimalKind.NaN => PyValue.Str("n"),
                _ => PyValue.Str("N")
            };
        ctx.Meter.Reserve(16L * digits.Length);
        var type = DecimalModule.TupleType(ctx);
        return ctx.Call(PyValue.Of(type),
            [PyValue.Int(value.IsNegative ? 1 : 0), ctx.NewTuple([.. digits.Select(d => PyValue.Int(d - '0'))]),
            exponent]);
    }

    private static PyValue Ratio(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var value = Self(a);
        if (value.IsNaN) throw ctx.ValueError("cannot convert NaN to integer ratio");
        if (!value.IsFinite) throw ctx.OverflowError("cannot convert Infinity to integer ratio");
        var (numerator, denominator) = value.Exponent >= 0
            ? (value.Coefficient * Powers.Ten(ctx, value.Exponent), BigInteger.One)
            : (value.Coefficient, Powers.Ten(ctx, -value.Exponent));
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        numerator = value.IsNegative ? -numerator : numerator;
        return ctx.NewTuple([PyValue.Int(numerator / common), PyValue.Int(denominator / common)]);
    }

    private static PyValue FromFloat(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var value = ctx.Unwrap(a[1]);
        if (value.IsFloat) return PyDecimal.Value(ctx, PyDecimal.OfFloat(value.Double));
        return ctx.TryInteger(value, out var integer)
            ? PyDecimal.Value(ctx, PyDecimal.Of(integer))
            : throw ctx.TypeError("argument must be int or float");
    }

    private static string Class(DecimalContext context, PyDecimal value)
    {
        if (value.IsNaN) return value.Kind == DecimalKind.NaN ? "NaN" : "sNaN";
        var sign = value.IsNegative ? "-" : "+";
        return sign
            + (!value.IsFinite
            ? "Infinity" : value.IsZero ? "Zero" : value.Adjusted < context.MinExponent ? "Subnormal"
            : "Normal");
    }
}
