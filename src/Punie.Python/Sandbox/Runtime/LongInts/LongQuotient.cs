using System.Numerics;

namespace Punie.Python.Sandbox.Runtime.LongInts;

/// <summary>
/// Quotients in pieces: Burnikel and Ziegler's recursive division until .NET's own division is short.
/// </summary>
internal static class LongQuotient
{
    /// <summary>Cut towards zero: the remainder has the sign of <paramref name="x"/>.</summary>
    internal static (BigInteger Quotient, BigInteger Remainder) Divide(Pieces pieces, BigInteger x, BigInteger y)
    {
        var (quotient, remainder) = Positive(pieces, BigInteger.Abs(x), BigInteger.Abs(y));
        return (x.Sign * y.Sign < 0 ? -quotient : quotient, x.Sign < 0 ? -remainder : remainder);
    }

    private static (BigInteger Quotient, BigInteger Remainder) Positive(Pieces pieces, BigInteger a, BigInteger b)
    {
        if (IsShort(pieces, a, b)) return AtOnce(pieces, a, b);
        var size = (int)b.GetBitLength();
        var blocks = (a.GetBitLength() + size - 1) / size;
        if (blocks <= 2)
        {
            var excess = b << size;
            if (a < excess) return TwoByOne(pieces, a, b, size);
            var (lower, remainder) = TwoByOne(pieces, a - excess, b, size);
            return (lower + (BigInteger.One << size), remainder);
        }
        var cut = (int)(blocks / 2 * size);
        var (aHigh, aLow) = LongProduct.Split(a, cut);
        var (high, rest) = Positive(pieces, aHigh, b);
        (var low, rest) = Positive(pieces, (rest << cut) + aLow, b);
        return ((high << cut) + low, rest);
    }

    private static bool IsShort(Pieces pieces, BigInteger a, BigInteger b) =>
        a < b || pieces.Fit(IntCost.Divide(a, b)) || a.GetBitLength() <= 2 * LongProduct.WordBits;

    private static (BigInteger Quotient, BigInteger Remainder) AtOnce(Pieces pieces, BigInteger a, BigInteger b)
    {
        if (a < b) return (BigInteger.Zero, a);
        pieces.Begin(IntCost.Divide(a, b));
        var quotient = BigInteger.DivRem(a, b, out var rest);
        return (quotient, rest);
    }

    /// <summary>The divisor has <paramref name="size"/> bits, the quotient at most as many.</summary>
    private static (BigInteger Quotient, BigInteger Remainder) TwoByOne(Pieces pieces, BigInteger a, BigInteger b,
        int size)
    {
        if (IsShort(pieces, a, b)) return AtOnce(pieces, a, b);
        if ((size & 1) != 0)
        {
            var (even, twice) = TwoByOne(pieces, a << 1, b << 1, size + 1);
            return (even, twice >> 1);
        }
        var half = size / 2;
        var divisor = LongProduct.Split(b, half);
        var (upper, last) = LongProduct.Split(a, half);
        var (first, next) = LongProduct.Split(upper, half);
        var (high, remainder) = ThreeByTwo(pieces, (first, next), (b, divisor.High, divisor.Low), half);
        (var low, remainder) = ThreeByTwo(pieces, (remainder, last), (b, divisor.High, divisor.Low), half);
        return ((high << half) + low, remainder);
    }

    private static (BigInteger Quotient, BigInteger Remainder) ThreeByTwo(Pieces pieces,
        (BigInteger Upper, BigInteger Last) a, (BigInteger Whole, BigInteger High, BigInteger Low) b, int half)
    {
        var (quotient, remainder) = a.Upper >> half == b.High
            ? ((BigInteger.One << half) - 1, a.Upper - (b.High << half) + b.High)
            : TwoByOne(pieces, a.Upper, b.High, half);
        remainder = (remainder << half) + a.Last - LongProduct.Multiply(pieces, quotient, b.Low);
        // The guess by the upper half of the divisor is at most two too high.
        while (remainder.Sign < 0)
        {
            quotient -= 1;
            remainder += b.Whole;
        }
        return (quotient, remainder);
    }
}
