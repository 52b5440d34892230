using System.Numerics;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Decimals;

/// <summary>The eight ways to round.</summary>
internal enum DecimalRounding
{
    Up,
    Down,
    Ceiling,
    Floor,
    HalfUp,
    HalfDown,
    HalfEven,
    ZeroFiveUp,
}

/// <summary>Drops digits.</summary>
internal static class Rounding
{
    internal static readonly string[] Names =
        ["ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN",
            "ROUND_HALF_EVEN", "ROUND_05UP"];

    /// <summary>The same value with another exponent, rounded where digits are lost.</summary>
    internal static PyDecimal ToExponent(RunContext ctx, PyDecimal value, long exponent, DecimalRounding mode)
    {
        if (!value.IsFinite) return value;
        if (value.Coefficient.IsZero) return new PyDecimal(value.IsNegative, 0, exponent);
        if (value.Exponent >= exponent)
            return new PyDecimal(value.IsNegative, value.Coefficient * Powers.Ten(ctx, value.Exponent - exponent),
            exponent);
        var dropped = exponent - value.Exponent;
        // Beyond the first digit only the direction counts.
        if (dropped > value.Digits + 1)
            return new PyDecimal(value.IsNegative, Whole(BigInteger.Zero, (-1, false), value.IsNegative, mode),
            exponent);
        var unit = Powers.Ten(ctx, dropped);
        var (quotient, rest) = BigWork.Divide(ctx, value.Coefficient, unit);
        return new PyDecimal(value.IsNegative,
            Whole(quotient, ((rest * 2).CompareTo(unit), rest.IsZero), value.IsNegative, mode), exponent);
    }

    /// <summary>As <see cref="ToExponent"/>, to so many digits.</summary>
    internal static PyDecimal ToDigits(RunContext ctx, PyDecimal value, long digits, DecimalRounding mode)
    {
        if (!value.IsFinite || value.IsZero) return value;
        var rounded = ToExponent(ctx, value, value.Exponent + value.Digits - digits, mode);
        return rounded.Digits > digits
            ? new PyDecimal(rounded.IsNegative, rounded.Coefficient / 10, rounded.Exponent + 1)
            : rounded;
    }

    private static BigInteger Whole(BigInteger quotient, (int ToHalf, bool IsExact) rest, bool isNegative,
        DecimalRounding mode)
    {
        if (rest.IsExact) return quotient;
        var up = mode switch
        {
            DecimalRounding.Up => true,
            DecimalRounding.Down => false,
            DecimalRounding.Ceiling => !isNegative,
            DecimalRounding.Floor => isNegative,
            DecimalRounding.HalfUp => rest.ToHalf >= 0,
            DecimalRounding.HalfDown => rest.ToHalf > 0,
            DecimalRounding.HalfEven => rest.ToHalf > 0 || (rest.ToHalf == 0 && !quotient.IsEven),
            _ => (int)(quotient % 10) is 0 or 5,
        };
        return up ? quotient + 1 : quotient;
    }
}
