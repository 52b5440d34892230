using System.Numerics;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Decimals;

/// <summary>Quotients, remainders and square roots.</summary>
internal static class DecimalDivision
{
    internal static PyDecimal Divide(RunContext ctx, DecimalContext context, PyDecimal x, PyDecimal y)
    {
        if (context.NaNOf(ctx, x, y) is { } nan) return nan;
        var isNegative = x.IsNegative != y.IsNegative;
        if (!x.IsFinite)
            return y.IsFinite ? PyDecimal.Infinity(isNegative) : context.Signal(ctx, DecimalSignals.InvalidOperation);
        if (!y.IsFinite) return context.Rounded(ctx, new PyDecimal(isNegative, 0, context.LeastExponent));
        if (y.IsZero)
        {
            if (x.IsZero) return context.Signal(ctx, DecimalSignals.DivisionUndefined);
            context.Signal(ctx, DecimalSignals.DivisionByZero);
            return PyDecimal.Infinity(isNegative);
        }
        if (x.IsZero) return context.Rounded(ctx, new PyDecimal(isNegative, 0, x.Exponent - y.Exponent));
        var shift = y.Digits - x.Digits + context.Precision + 1;
        var exponent = x.Exponent - y.Exponent - shift;
        var (numerator, denominator) = shift >= 0
            ? (x.Coefficient * Powers.Ten(ctx, shift), y.Coefficient)
            : (x.Coefficient, y.Coefficient * Powers.Ten(ctx, -shift));
        Charge(ctx, numerator, denominator);
        var (quotient, rest) = BigWork.Divide(ctx, numerator, denominator);
        if (!rest.IsZero)
        {
            // A last digit that is neither 0 nor 5 keeps the later rounding right.
            if ((quotient % 5).IsZero) quotient += 1;
        }
        else (quotient, exponent) = Shortened(ctx, quotient, exponent, x.Exponent - y.Exponent);
        return context.Rounded(ctx, new PyDecimal(isNegative, quotient, exponent));
    }

    /// <summary>
    /// <c>//</c> and <c>%</c>: the quotient is cut towards zero, the remainder has the sign of <paramref name="x"/>.
    /// </summary>
    internal static (PyDecimal Quotient, PyDecimal Remainder) DivRem(RunContext ctx, DecimalContext context,
        PyDecimal x, PyDecimal y, bool? wantsQuotient)
    {
        if (context.NaNOf(ctx, x, y) is { } nan) return (nan, nan);
        var isNegative = x.IsNegative != y.IsNegative;
        if (!x.IsFinite)
        {
            if (wantsQuotient == true && y.IsFinite) return (PyDecimal.Infinity(isNegative), PyDecimal.NaN);
            return Both(context.Signal(ctx, DecimalSignals.InvalidOperation));
        }
        if (y.IsZero)
        {
            if (x.IsZero) return Both(context.Signal(ctx, DecimalSignals.DivisionUndefined));
            if (wantsQuotient == false) return Both(context.Signal(ctx, DecimalSignals.InvalidOperation));
            context.Signal(ctx, DecimalSignals.DivisionByZero);
            return (PyDecimal.Infinity(isNegative), wantsQuotient is null
                ? context.Signal(ctx, DecimalSignals.InvalidOperation)
                : PyDecimal.NaN);
        }
        var (quotient, remainder) = Whole(ctx, context, x, y);
        if (quotient is null || remainder is null) return Both(context.Signal(ctx, DecimalSignals.DivisionImpossible));
        return (wantsQuotient == false
            ? quotient : context.Rounded(ctx, quotient), wantsQuotient == true ? remainder
            : context.Rounded(ctx, remainder));
    }

    /// <summary>Nulls where the quotient has more digits than the context.</summary>
    internal static (PyDecimal? Quotient, PyDecimal? Remainder) Whole(RunContext ctx, DecimalContext context,
        PyDecimal x, PyDecimal y)
    {
        var isNegative = x.IsNegative != y.IsNegative;
        var ideal = y.IsFinite ? Math.Min(x.Exponent, y.Exponent) : x.Exponent;
        var difference = x.Adjusted - y.Adjusted;
        if (x.IsZero || !y.IsFinite || difference <= -2)
            return (new PyDecimal(isNegative, 0, 0), Rounding.ToExponent(ctx, x, ideal, context.Rounding));
        if (difference > context.Precision) return (null, null);
        var (a, b, _) = DecimalMath.Aligned(ctx, x, y);
        Charge(ctx, a, b);
        var (quotient, rest) = BigWork.Divide(ctx, a, b);
        if (Powers.DigitsOf(quotient) > context.Precision) return (null, null);
        return (new PyDecimal(isNegative, quotient, 0), new PyDecimal(x.IsNegative, rest, ideal));
    }

    internal static PyDecimal SquareRoot(RunContext ctx, DecimalContext context, PyDecimal x)
    {
        if (context.NaNOf(ctx, x, x) is { } nan) return nan;
        if (x.IsZero) return context.Rounded(ctx, new PyDecimal(x.IsNegative, 0, x.Exponent >> 1));
        if (x.IsNegative) return context.Signal(ctx, DecimalSignals.InvalidOperation);
        if (!x.IsFinite) return x;
        var precision = context.Precision + 1;
        var exponent = x.Exponent >> 1;
        var isOdd = (x.Exponent & 1) != 0;
        var digits = isOdd ? (x.Digits >> 1) + 1 : (x.Digits + 1) >> 1;
        var coefficient = isOdd ? x.Coefficient * 10 : x.Coefficient;
        var shift = precision - digits;
        var isExact = true;
        if (shift >= 0) coefficient *= Powers.Ten(ctx, 2 * shift);
        else
        {
            (coefficient, var rest) = BigWork.Divide(ctx, coefficient, Powers.Ten(ctx, -2 * shift));
            isExact = rest.IsZero;
        }
        exponent -= shift;
        var root = IntegerFunctions.Root(ctx, coefficient);
        isExact = isExact && root * root == coefficient;
        if (isExact)
        {
            root = shift >= 0 ? root / Powers.Ten(ctx, shift) : root * Powers.Ten(ctx, -shift);
            exponent += shift;
        }
        else if ((root % 5).IsZero) root += 1;
        return context.Rounded(ctx, new PyDecimal(false, root, exponent), DecimalRounding.HalfEven);
    }

    /// <summary>Drops zeros at the end as far as the exponent allows.</summary>
    internal static (BigInteger Coefficient, long Exponent) Shortened(RunContext ctx, BigInteger coefficient,
        long exponent, long ideal)
    {
        while (exponent < ideal)
        {
            ctx.Step();
            var shorter = BigInteger.DivRem(coefficient, 10, out var digit);
            if (!digit.IsZero) break;
            (coefficient, exponent) = (shorter, exponent + 1);
        }
        return (coefficient, exponent);
    }

    private static (PyDecimal Quotient, PyDecimal Remainder) Both(PyDecimal value) => (value, value);

    private static void Charge(RunContext ctx, BigInteger numerator, BigInteger denominator)
    {
        long left = (long)numerator.GetBitLength(), right = (long)denominator.GetBitLength();
        IntegerMath.Charge(ctx, left, left / 64 * (right / 64));
    }
}
