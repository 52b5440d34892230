using System.Numerics;
using Punie.Python.Builtins;
using Punie.Python.Builtins.Methods;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules.Decimals;

/// <summary>What a <c>Decimal</c> holds besides its digits.</summary>
internal enum DecimalKind
{
    Finite,
    Infinity,
    NaN,
    SignallingNaN,
}

/// <summary>A <c>Decimal</c>: sign, coefficient and a power of ten.</summary>
internal sealed class PyDecimal(bool isNegative, BigInteger coefficient, long exponent, DecimalKind kind =
    DecimalKind.Finite) : PyObject(DecimalType), INumberLike, IHasAbsolute, IHasDivMod
{
    internal static readonly PyType DecimalType = PyType.Native("Decimal", "decimal");

    internal static readonly PyDecimal NaN = new(false, 0, 0, DecimalKind.NaN);

    internal bool IsNegative { get; } = isNegative;

    /// <summary>Not negative.</summary>
    internal BigInteger Coefficient { get; } = coefficient;

    internal long Exponent { get; } = exponent;

    internal DecimalKind Kind { get; } = kind;

    internal bool IsFinite => Kind == DecimalKind.Finite;

    internal bool IsNaN => Kind is DecimalKind.NaN or DecimalKind.SignallingNaN;

    internal bool IsZero => IsFinite && Coefficient.IsZero;

    internal int Sign => IsZero ? 0 : IsNegative ? -1 : 1;

    internal int Digits => field == 0 ? field = Powers.DigitsOf(Coefficient) : field;

    /// <summary>Exponent of the first digit.</summary>
    internal long Adjusted => IsFinite ? Exponent + Digits - 1 : 0;

    internal static PyDecimal Of(BigInteger value) => new(value.Sign < 0, BigInteger.Abs(value), 0);

    internal static PyDecimal Infinity(bool isNegative) => new(isNegative, 0, 0, DecimalKind.Infinity);

    /// <summary>The exact value of a float.</summary>
    internal static PyDecimal OfFloat(double value)
    {
        if (double.IsNaN(value)) return NaN;
        if (double.IsInfinity(value)) return Infinity(value < 0);
        var (numerator, denominator) = NumberMethods.Fraction(Math.Abs(value));
        var places = (int)denominator.GetBitLength() - 1;
        return new PyDecimal(double.IsNegative(value), numerator * BigInteger.Pow(5, places), -places);
    }

    /// <summary>A Decimal, or an int as one; null for everything else.</summary>
    internal static PyDecimal? From(RunContext ctx, PyValue value)
    {
        value = ctx.Unwrap(value);
        return value.Ref as PyDecimal ?? (ctx.TryInteger(value, out var integer) ? Of(integer) : null);
    }

    internal PyDecimal WithSign(bool isNegative) => new(isNegative, Coefficient, Exponent, Kind);

    internal override string Repr(RunContext ctx) => $"Decimal('{Text(ctx)}')";

    internal override string Text(RunContext ctx) => DecimalText.Of(ctx, this, engineering: false);

    internal override bool HasOwnText => true;

    internal override string Format(RunContext ctx, string spec) => DecimalText.Format(ctx, this, spec);

    internal override bool Truth(RunContext ctx) => !IsZero;

    internal override long Hash(RunContext ctx)
    {
        if (Kind == DecimalKind.SignallingNaN) throw ctx.TypeError("Cannot hash a signaling NaN value");
        if (Kind == DecimalKind.NaN) return ctx.Identity(this) >> 4;
        if (Kind == DecimalKind.Infinity) return IsNegative ? -314159 : 314159;
        var modulus = (BigInteger.One << 61) - 1;
        var scale = Exponent >= 0
            ? BigInteger.ModPow(10, Exponent, modulus)
            : BigInteger.ModPow(BigInteger.ModPow(10, modulus - 2, modulus), -Exponent, modulus);
        var hash = (long)(Coefficient % modulus * scale % modulus);
        if (IsNegative) hash = -hash;
        return hash == -1 ? -2 : hash;
    }

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other)
    {
        var isEquality = op is CompareOperator.Eq or CompareOperator.NotEq;
        var value = ctx.Unwrap(other);
        var right = From(ctx, value) ?? (value.IsFloat ? OfFloat(value.Double) : null);
        if (right is null)
        {
            return value.Ref is PyInstance instance && instance.Type.Mro.Any(t => t.Module == "fractions")
                ? CompareFraction(ctx, op, other)
                : PyValue.NotImplemented;
        }
        if (!isEquality && (IsNaN || right.IsNaN) || Kind == DecimalKind.SignallingNaN
            || right.Kind == DecimalKind.SignallingNaN)
        {
            DecimalContext.Current(ctx).Signal(ctx, DecimalSignals.InvalidOperation);
            return PyValue.Bool(op == CompareOperator.NotEq);
        }
        if (IsNaN || right.IsNaN) return PyValue.Bool(op == CompareOperator.NotEq);
        return PyValue.Bool(op.Holds(DecimalMath.Order(ctx, this, right)));
    }

    internal override PyValue Unary(RunContext ctx, UnaryOperator op)
    {
        var context = DecimalContext.Current(ctx);
        return op switch
        {
            UnaryOperator.USub =>
                Value(ctx,
                context.Rounded(ctx, IsZero && context.Rounding != DecimalRounding.Floor
                ? WithSign(false)
                : WithSign(!IsNegative))),
            UnaryOperator.UAdd =>
                Value(ctx,
                context.Rounded(ctx, IsZero && context.Rounding != DecimalRounding.Floor ? WithSign(false) : this)),
            _ => PyValue.NotImplemented,
        };
    }

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (From(ctx, other) is not { } second) return PyValue.NotImplemented;
        var (x, y) = reflected ? (second, this) : (this, second);
        var context = DecimalContext.Current(ctx);
        var result = op switch
        {
            BinaryOperator.Add => DecimalMath.Add(ctx, context, x, y),
            BinaryOperator.Sub => DecimalMath.Add(ctx, context, x, y.WithSign(!y.IsNegative)),
            BinaryOperator.Mult => DecimalMath.Multiply(ctx, context, x, y),
            BinaryOperator.Div => DecimalDivision.Divide(ctx, context, x, y),
            BinaryOperator.FloorDiv => DecimalDivision.DivRem(ctx, context, x, y, wantsQuotient: true).Quotient,
            BinaryOperator.Mod => DecimalDivision.DivRem(ctx, context, x, y, wantsQuotient: false).Remainder,
            BinaryOperator.Pow => DecimalPower.Power(ctx, context, x, y),
            _ => null,
        };
        return result is null ? PyValue.NotImplemented : Value(ctx, result);
    }

    public double ToDouble() => Kind switch
    {
        DecimalKind.Infinity => IsNegative ? double.NegativeInfinity : double.PositiveInfinity,
        DecimalKind.Finite => double.Parse(DecimalText.Plain(this), System.Globalization.CultureInfo.InvariantCulture),
        _ => double.NaN,
    };

    public BigInteger Truncate(RunContext ctx)
    {
        if (IsNaN) throw ctx.ValueError("cannot convert NaN to integer");
        if (!IsFinite) throw ctx.OverflowError("cannot convert Infinity to integer");
        var whole = Exponent >= 0
            ? Coefficient * Powers.Ten(ctx, Exponent) : -Exponent > Digits ? BigInteger.Zero
            : Coefficient / Powers.Ten(ctx, -Exponent);
        return IsNegative ? -whole : whole;
    }

    public PyValue Round(RunContext ctx, int? digits)
    {
        if (digits is { } places)
            return Value(ctx, DecimalContext.Current(ctx)
            .Quantized(ctx, this, -(long)places, DecimalRounding.HalfEven));
        if (IsNaN) throw ctx.ValueError("cannot round a NaN");
        if (!IsFinite) throw ctx.OverflowError("cannot round an infinity");
        return PyValue.Int(Rounding.ToExponent(ctx, this, 0, DecimalRounding.HalfEven).Truncate(ctx));
    }

    public PyValue Absolute(RunContext ctx) => Value(ctx, DecimalContext.Current(ctx).Rounded(ctx, WithSign(false)));

    internal static PyValue Value(RunContext ctx, PyDecimal value) =>
        ctx.New(value, 96 + (long)value.Coefficient.GetBitLength() / 8);

    private PyValue CompareFraction(RunContext ctx, CompareOperator op, PyValue fraction)
    {
        if (!IsFinite) return PyValue.NotImplemented;
        var denominator = From(ctx, ctx.GetAttribute(fraction, "denominator"))!;
        var numerator = From(ctx, ctx.GetAttribute(fraction, "numerator"))!;
        return PyValue.Bool(
            op.Holds(
                DecimalMath.Order(ctx, new PyDecimal(IsNegative, Coefficient * denominator.Coefficient, Exponent),
                numerator)));
    }
}

/// <summary>Powers of ten.</summary>
internal static class Powers
{
    private static readonly BigInteger[] Small = [.. Enumerable.Range(0, 64).Select(i => BigInteger.Pow(10, i))];

    internal static BigInteger Ten(RunContext ctx, long exponent)
    {
        if (exponent < Small.Length) return Small[exponent];
        if (exponent > int.MaxValue / 4) throw new StopException(Limit.Bytes);
        IntegerMath.Charge(ctx, exponent * 4, exponent / 16 * (exponent / 64));
        return BigWork.Power(ctx, 10, (int)exponent);
    }

    internal static int DigitsOf(BigInteger value)
    {
        if (value.IsZero) return 1;
        var bits = (long)value.GetBitLength();
        var least = (int)((bits - 1) * 0.30102999566398119) + 1;
        var power = least < Small.Length ? Small[least] : BigInteger.Pow(10, least);
        return value >= power ? least + 1 : least;
    }
}
