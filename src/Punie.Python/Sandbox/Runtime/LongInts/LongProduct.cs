using System.Numerics;

namespace Punie.Python.Sandbox.Runtime.LongInts;

/// <summary>
/// Products in pieces: Karatsuba's three products of halves until .NET's own product of them is short.
/// </summary>
internal static class LongProduct
{
    // Below this nothing is gained by halves, whatever the pieces are.
    internal const int WordBits = 64;

    internal static BigInteger Multiply(Pieces pieces, BigInteger x, BigInteger y)
    {
        var cost = IntCost.Multiply(x, y);
        if (!pieces.Fit(cost) && Math.Min(x.GetBitLength(), y.GetBitLength()) > WordBits)
        {
            var product = Positive(pieces, BigInteger.Abs(x), BigInteger.Abs(y));
            return x.Sign * y.Sign < 0 ? -product : product;
        }
        pieces.Begin(cost);
        return x * y;
    }

    /// <summary>The bits from <paramref name="at"/> on and those before, of a number that is not negative.</summary>
    internal static (BigInteger High, BigInteger Low) Split(BigInteger value, int at)
    {
        var high = value >> at;
        return (high, value - (high << at));
    }

    private static BigInteger Positive(Pieces pieces, BigInteger x, BigInteger y)
    {
        if (x < y) (x, y) = (y, x);
        // Whole words are moved faster than bits.
        var half = (int)((x.GetBitLength() / 2 + WordBits - 1) / WordBits * WordBits);
        var (xHigh, xLow) = Split(x, half);
        if (y.GetBitLength() <= half)
            return (Multiply(pieces, xHigh, y) << half) + Multiply(pieces, xLow, y);
        var isSquare = x == y;
        var (yHigh, yLow) = isSquare ? (xHigh, xLow) : Split(y, half);
        BigInteger high = Multiply(pieces, xHigh, yHigh), low = Multiply(pieces, xLow, yLow);
        var sum = xHigh + xLow;
        var middle = Multiply(pieces, sum, isSquare ? sum : yHigh + yLow) - high - low;
        return (((high << half) + middle) << half) + low;
    }
}
