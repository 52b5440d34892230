using System.Numerics;

namespace Punie.Python.Sandbox.Runtime.LongInts;

/// <summary>
/// The greatest common divisor in pieces, by reductions that are found on the leading halves of the numbers.
/// </summary>
/// <remarks>
/// A reduction is a matrix of determinant 1 or -1, which leaves the divisors that two numbers share as they are:
/// leading halves only decide how much smaller the numbers become. Where they become no smaller, one step of Euclid's
/// goes on.
/// </remarks>
internal static class LongGcd
{
    internal static BigInteger Gcd(Pieces pieces, BigInteger x, BigInteger y)
    {
        var (a, b) = Ordered(BigInteger.Abs(x), BigInteger.Abs(y));
        while (b.GetBitLength() > LongProduct.WordBits && !pieces.Fit(IntCost.Gcd(a, b)))
        {
            var half = (int)(a.GetBitLength() / 2);
            var (c, d) = Reduction.Halving(pieces, a >> half, b >> half).Apply(pieces, a, b);
            (c, d) = Ordered(BigInteger.Abs(c), BigInteger.Abs(d));
            (a, b) = c.GetBitLength() + d.GetBitLength() < a.GetBitLength() + b.GetBitLength()
                ? (c, d)
                : (b, LongQuotient.Divide(pieces, a, b).Remainder);
        }
        // What is left is short, or becomes so by one division.
        if (!b.IsZero) (a, b) = (b, LongQuotient.Divide(pieces, a, b).Remainder);
        pieces.Begin(IntCost.Gcd(a, b));
        return BigInteger.GreatestCommonDivisor(a, b);
    }

    private static (BigInteger Greater, BigInteger Less) Ordered(BigInteger x, BigInteger y) => x < y ? (y, x) : (x, y);
}
