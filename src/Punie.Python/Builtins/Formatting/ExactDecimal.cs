using System.Globalization;
using System.Numerics;

namespace Punie.Python.Builtins.Formatting;

/// <summary>
/// Exact decimal digits of a finite, not negative double, rounded half to even as C's <c>printf</c> does.
/// </summary>
/// <remarks>.NET rounds the ties of <c>F</c> and <c>E</c> away from zero, so they do not serve.</remarks>
internal static class ExactDecimal
{
    // No double has more digits: what is asked beyond is zeros.
    private const int MaxFraction = 1080;
    private const int MaxSignificant = 800;

    /// <summary>Digits before and behind the point.</summary>
    internal static (string Whole, string Fraction) Fixed(double value, int precision)
    {
        var exact = Math.Min(precision, MaxFraction);
        var scaled = Round(value, exact).ToString(CultureInfo.InvariantCulture).PadLeft(exact + 1, '0');
        var fraction = scaled[(scaled.Length - exact)..];
        return (scaled[..(scaled.Length - exact)], precision > exact ? fraction.PadRight(precision, '0') : fraction);
    }

    /// <summary><paramref name="precision"/> + 1 significant digits and the exponent of the first.</summary>
    internal static (string Digits, int Exponent) Scientific(double value, int precision)
    {
        if (value == 0) return (new string('0', precision + 1), 0);
        var exact = Math.Min(precision, MaxSignificant);
        var exponent = (int)Math.Floor(Math.Log10(value));
        var digits = Round(value, exact - exponent);
        var limit = BigInteger.Pow(10, exact);
        while (digits >= limit * 10) digits = Round(value, exact - ++exponent);
        while (digits < limit) digits = Round(value, exact - --exponent);
        // Rounding up to the next power of ten at the smaller exponent gives one digit too many.
        if (digits >= limit * 10) (digits, exponent) = (digits / 10, exponent + 1);
        return (digits.ToString(CultureInfo.InvariantCulture).PadRight(precision + 1, '0'), exponent);
    }

    // value * 10^places to the nearest integer, ties to even.
    private static BigInteger Round(double value, int places)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) & 0x7ff;
        BigInteger mantissa = bits & 0xfffffffffffff;
        if (exponent == 0) exponent = 1;
        else mantissa += 1L << 52;
        exponent -= 1075;
        var denominator = BigInteger.One;
        if (places >= 0) mantissa *= BigInteger.Pow(10, places);
        else denominator = BigInteger.Pow(10, -places);
        if (exponent >= 0) mantissa <<= exponent;
        else denominator <<= -exponent;
        var quotient = BigInteger.DivRem(mantissa, denominator, out var remainder);
        var twice = (remainder << 1).CompareTo(denominator);
        return twice > 0 || (twice == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }
}
