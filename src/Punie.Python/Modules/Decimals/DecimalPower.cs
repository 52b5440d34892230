using System.Numerics;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Decimals;

/// <summary>Powers, exponentials and logarithms, on whole numbers scaled by a power of ten.</summary>
internal static class DecimalPower
{
    // Digits beyond the precision that keep the last one right.
    private const int Guard = 12;

    internal static PyDecimal Power(RunContext ctx, DecimalContext context, PyDecimal x, PyDecimal y)
    {
        if (context.NaNOf(ctx, x, y) is { } nan) return nan;
        if (y.IsZero) return x.IsZero ? context.Signal(ctx, DecimalSignals.InvalidOperation) : PyDecimal.Of(1);
        var isWhole = y.IsFinite
            && (y.Exponent >= 0
            || DecimalMath.Order(ctx, Rounding.ToExponent(ctx, y, 0, DecimalRounding.Down), y) == 0);
        if (x.IsNegative && !x.IsZero && !isWhole) return context.Signal(ctx, DecimalSignals.InvalidOperation);
        var isNegative = x.IsNegative && isWhole && y.Adjusted < 30 && !y.Truncate(ctx).IsEven;
        if (x.IsZero) return y.IsNegative ? PyDecimal.Infinity(isNegative) : new PyDecimal(isNegative, 0, 0);
        if (!x.IsFinite) return y.IsNegative ? new PyDecimal(isNegative, 0, 0) : PyDecimal.Infinity(isNegative);
        if (!y.IsFinite)
        {
            var order = DecimalMath.Order(ctx, x, PyDecimal.Of(1));
            if (order == 0) return context.Rounded(ctx, Padded(ctx, context, PyDecimal.Of(1)));
            return order > 0 == y.IsNegative ? new PyDecimal(false, 0, 0) : PyDecimal.Infinity(false);
        }
        if (isWhole && y.Adjusted < 10) return WholePower(ctx, context, x, (long)y.Truncate(ctx));
        var digits = Work(ctx, context) + (int)Math.Min(20, Math.Max(0, y.Adjusted)) + 10;
        var logarithm = Logarithm(ctx, x.WithSign(false), digits);
        var product = Fixed(ctx, y, digits) * logarithm / Powers.Ten(ctx, digits);
        if (product.IsZero) return context.Rounded(ctx, Padded(ctx, context, PyDecimal.Of(1)));
        return context.Rounded(ctx, Exponential(ctx, product, digits).WithSign(isNegative));
    }

    internal static PyDecimal Exp(RunContext ctx, DecimalContext context, PyDecimal x)
    {
        if (context.NaNOf(ctx, x, x) is { } nan) return nan;
        if (!x.IsFinite) return x.IsNegative ? PyDecimal.Of(0) : x;
        if (x.IsZero) return PyDecimal.Of(1);
        if (x.Adjusted > 7)
            return context.Rounded(ctx,
            new PyDecimal(false, 1, x.IsNegative ? -DecimalContext.MaxExponent : DecimalContext.MaxExponent));
        if (x.Adjusted < -context.Precision - 2) return context.Rounded(ctx, Padded(ctx, context, PyDecimal.Of(1)));
        var digits = Work(ctx, context) + 10;
        return context.Rounded(ctx, Exponential(ctx, Fixed(ctx, x, digits), digits), DecimalRounding.HalfEven);
    }

    internal static PyDecimal Log(RunContext ctx, DecimalContext context, PyDecimal x, bool isDecimal)
    {
        if (context.NaNOf(ctx, x, x) is { } nan) return nan;
        if (x.IsZero) return PyDecimal.Infinity(isNegative: true);
        if (x.IsNegative) return context.Signal(ctx, DecimalSignals.InvalidOperation);
        if (!x.IsFinite) return x;
        var (coefficient, exponent) = DecimalDivision.Shortened(ctx, x.Coefficient, x.Exponent, long.MaxValue);
        if (coefficient.IsOne && (isDecimal || exponent == 0)) return context.Rounded(ctx, PyDecimal.Of(exponent));
        var fromOne = DecimalMath.Add(ctx,
            new DecimalContext { Precision = x.Digits + Math.Abs(x.Exponent) + 1 > 5000 ? 30 : 5000 }, x,
            PyDecimal.Of(-1));
        var digits = Work(ctx, context) + (int)Math.Clamp(-fromOne.Adjusted, 0, 5000) + 10;
        var result = Logarithm(ctx, x, digits);
        if (isDecimal) result = result * Powers.Ten(ctx, digits) / Logarithm(ctx, PyDecimal.Of(10), digits);
        return context.Rounded(ctx, new PyDecimal(result.Sign < 0, Sticky(BigInteger.Abs(result)), -digits),
            DecimalRounding.HalfEven);
    }

    private static PyDecimal WholePower(RunContext ctx, DecimalContext context, PyDecimal x, long exponent)
    {
        var count = Math.Abs(exponent);
        var work =
            new DecimalContext
            {
                Precision = context.Precision + 4 + Powers.DigitsOf(count),
                MinExponent = -DecimalContext.MaxExponent,
                LargestExponent = DecimalContext.MaxExponent,
                Traps = 0
            };
        if (exponent < 0) x = DecimalDivision.Divide(ctx, work, PyDecimal.Of(1), x);
        var result = PyDecimal.Of(1);
        for (; count > 0; count >>= 1)
        {
            ctx.Step();
            if ((count & 1) != 0) result = DecimalMath.Multiply(ctx, work, result, x);
            if (count > 1) x = DecimalMath.Multiply(ctx, work, x, x);
            if (!x.IsFinite || !result.IsFinite || Math.Abs(x.Exponent) > DecimalContext.MaxExponent / 4) break;
        }
        return context.Rounded(ctx, result);
    }

    private static int Work(RunContext ctx, DecimalContext context)
    {
        if (context.Precision > 1_000_000) throw new StopException(Limit.Bytes);
        var digits = (int)context.Precision + Guard;
        IntegerMath.Charge(ctx, digits * 4L, (long)digits * digits * 16);
        return digits;
    }

    private static PyDecimal Padded(RunContext ctx, DecimalContext context, PyDecimal one)
    {
        Work(ctx, context);
        return new PyDecimal(false, Powers.Ten(ctx, context.Precision - 1), 1 - context.Precision);
    }

    private static BigInteger Fixed(RunContext ctx, PyDecimal value, int digits)
    {
        var scaled = Rounding.ToExponent(ctx, value, -digits, DecimalRounding.HalfEven).Coefficient;
        return value.IsNegative ? -scaled : scaled;
    }

    // A last digit that is neither 0 nor 5 says that the value goes on.
    private static BigInteger Sticky(BigInteger value) => (value % 5).IsZero ? value + 1 : value;

    // e to the power of a scaled number, taken apart as 10^n times a number between 1 and 10.
    private static PyDecimal Exponential(RunContext ctx, BigInteger x, int digits)
    {
        var ten = Logarithm(ctx, PyDecimal.Of(10), digits);
        var power = BigInteger.Divide(x, ten);
        if (x.Sign < 0) power -= 1;
        if (BigInteger.Abs(power) > DecimalContext.MaxExponent / 2)
            return new PyDecimal(false, 1, power.Sign * DecimalContext.MaxExponent);
        return new PyDecimal(false, Sticky(Small(ctx, x - power * ten, digits)), (long)power - digits);
    }

    // Taylor's series on a part of the argument, squared up again.
    private static BigInteger Small(RunContext ctx, BigInteger x, int digits)
    {
        const int halvings = 16;
        var extra = 8;
        var scale = Powers.Ten(ctx, digits + extra);
        x = x * Powers.Ten(ctx, extra) >> halvings;
        BigInteger sum = scale, term = scale;
        for (var i = 1; !term.IsZero; i++)
        {
            ctx.Tick(1 + (digits >> 5));
            term = term * x / scale / i;
            sum += term;
        }
        for (var i = 0; i < halvings; i++) sum = sum * sum / scale;
        return sum / Powers.Ten(ctx, extra);
    }

    // The natural logarithm of a positive number, scaled: a float's worth of it first, the rest by a series that is
    // short then.
    private static BigInteger Logarithm(RunContext ctx, PyDecimal x, int digits)
    {
        var scale = Powers.Ten(ctx, digits);
        var mantissa = new PyDecimal(false, x.Coefficient, 1 - x.Digits);
        var isTen = x.Adjusted == 1 && mantissa.Coefficient.IsPowerOfTen();
        if (isTen) mantissa = PyDecimal.Of(10);
        var near = Math.Log(mantissa.ToDouble());
        var start = Fixed(ctx, PyDecimal.OfFloat(near), digits);
        BigInteger known = Small(ctx, start, digits), wanted = Fixed(ctx, mantissa, digits);
        var ratio = (wanted - known) * scale / (wanted + known);
        var square = ratio * ratio / scale;
        BigInteger sum = ratio, power = ratio;
        for (var i = 3; !power.IsZero; i += 2)
        {
            ctx.Tick(1 + (digits >> 5));
            power = power * square / scale;
            sum += power / i;
        }
        var result = start + 2 * sum;
        return isTen || x.Adjusted == 0 ? result : result + x.Adjusted * Logarithm(ctx, PyDecimal.Of(10), digits);
    }

    private static bool IsPowerOfTen(this BigInteger value) => value == BigInteger.Pow(10, Powers.DigitsOf(value) - 1);
}
