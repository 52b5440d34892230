using System.Numerics;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Decimals;

/// <summary>
/// Order, sums and products of Decimals. Source of the rules: the General Decimal Arithmetic Specification.
/// </summary>
internal static class DecimalMath
{
    /// <summary>As <c>CompareTo</c>; neither side is a NaN.</summary>
    internal static int Order(RunContext ctx, PyDecimal x, PyDecimal y)
    {
        if (!x.IsFinite || !y.IsFinite)
        {
            var left = x.IsFinite ? 0 : x.IsNegative ? -1 : 1;
            return left.CompareTo(y.IsFinite ? 0 : y.IsNegative ? -1 : 1);
        }
        if (x.Sign != y.Sign || x.Sign == 0) return x.Sign.CompareTo(y.Sign);
        var order = x.Adjusted.CompareTo(y.Adjusted);
        if (order == 0)
        {
            var (a, b, _) = Aligned(ctx, x, y);
            order = a.CompareTo(b);
        }
        return x.IsNegative ? -order : order;
    }

    internal static PyDecimal Add(RunContext ctx, DecimalContext context, PyDecimal x, PyDecimal y)
    {
        if (context.NaNOf(ctx, x, y) is { } nan) return nan;
        if (!x.IsFinite || !y.IsFinite)
        {
            if (!x.IsFinite && !y.IsFinite && x.IsNegative != y.IsNegative)
                return context.Signal(ctx, DecimalSignals.InvalidOperation);
            return x.IsFinite ? y : x;
        }
        var least = Math.Min(x.Exponent, y.Exponent);
        var zeroIsNegative = (x.IsNegative && y.IsNegative)
            || (context.Rounding == DecimalRounding.Floor && x.IsNegative != y.IsNegative);
        if (x.IsZero && y.IsZero) return context.Rounded(ctx, new PyDecimal(zeroIsNegative, 0, least));
        if (x.IsZero || y.IsZero)
        {
            var other = x.IsZero ? y : x;
            var exponent = Math.Max(least, other.Exponent - context.Precision - 1);
            return context.Rounded(ctx, Rounding.ToExponent(ctx, other, exponent, context.Rounding));
        }
        (x, y) = Near(context, x, y);
        var (a, b, common) = Aligned(ctx, x, y);
        var sum = (x.IsNegative ? -a : a) + (y.IsNegative ? -b : b);
        return context.Rounded(ctx,
            new PyDecimal(sum.IsZero ? zeroIsNegative : sum.Sign < 0, BigInteger.Abs(sum), common));
    }

    internal static PyDecimal Multiply(RunContext ctx, DecimalContext context, PyDecimal x, PyDecimal y)
    {
        if (context.NaNOf(ctx, x, y) is { } nan) return nan;
        var isNegative = x.IsNegative != y.IsNegative;
        if (!x.IsFinite || !y.IsFinite)
            return x.IsZero || y.IsZero
                ? context.Signal(ctx, DecimalSignals.InvalidOperation)
                : PyDecimal.Infinity(isNegative);
        return context.Rounded(ctx,
            new PyDecimal(isNegative, Product(ctx, x.Coefficient, y.Coefficient), x.Exponent + y.Exponent));
    }

    internal static BigInteger Product(RunContext ctx, BigInteger x, BigInteger y)
    {
        long left = (long)x.GetBitLength(), right = (long)y.GetBitLength();
        IntegerMath.Charge(ctx, left + right, left / 64 * (right / 64));
        return BigWork.Multiply(ctx, x, y);
    }

    /// <summary>Both coefficients at the smaller exponent.</summary>
    internal static (BigInteger X, BigInteger Y, long Exponent) Aligned(RunContext ctx, PyDecimal x, PyDecimal y)
    {
        var exponent = Math.Min(x.Exponent, y.Exponent);
        return (x.Coefficient * Powers.Ten(ctx, x.Exponent - exponent),
            y.Coefficient * Powers.Ten(ctx, y.Exponent - exponent), exponent);
    }

    // A number far below the last digit of the result counts only by its direction: it becomes a 1 just there.
    private static (PyDecimal X, PyDecimal Y) Near(DecimalContext context, PyDecimal x, PyDecimal y)
    {
        var (big, small) = x.Exponent < y.Exponent ? (y, x) : (x, y);
        var exponent = big.Exponent + Math.Min(-1, big.Digits - context.Precision - 2);
        if (small.Digits + small.Exponent - 1 < exponent) small = new PyDecimal(small.IsNegative, 1, exponent);
        return x.Exponent < y.Exponent ? (small, big) : (big, small);
    }
}
