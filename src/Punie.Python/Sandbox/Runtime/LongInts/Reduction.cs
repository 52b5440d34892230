using System.Numerics;

namespace Punie.Python.Sandbox.Runtime.LongInts;

/// <summary>Several steps of Euclid's algorithm as one: <c>(A·x + B·y, C·x + D·y)</c>.</summary>
internal readonly record struct Reduction(BigInteger A, BigInteger B, BigInteger C, BigInteger D)
{
    private const int LeafBits = 62;

    private static readonly Reduction None = new(1, 0, 0, 1);

    internal (BigInteger, BigInteger) Apply(Pieces pieces, BigInteger x, BigInteger y) => (
        LongProduct.Multiply(pieces, A, x) + LongProduct.Multiply(pieces, B, y),
        LongProduct.Multiply(pieces, C, x) + LongProduct.Multiply(pieces, D, y));

    /// <summary>Steps that bring two numbers, neither of them negative, to about half of their bits.</summary>
    internal static Reduction Halving(Pieces pieces, BigInteger x, BigInteger y)
    {
        var bits = (int)BigInteger.Max(x, y).GetBitLength();
        if (bits <= LeafBits) return HalvingWords((long)x, (long)y, bits / 2);
        var half = bits / 2;
        var first = x < y ? new Reduction(0, 1, 1, 0) : None;
        if (x < y) (x, y) = (y, x);
        if (y.GetBitLength() <= half) return first;
        first = Halving(pieces, x >> half, y >> half).After(pieces, first, ref x, ref y);
        if (y.GetBitLength() <= half) return first;
        var quotient = LongQuotient.Divide(pieces, x, y).Quotient;
        first = new Reduction(0, 1, 1, -quotient).After(pieces, first, ref x, ref y);
        var left = (int)x.GetBitLength();
        if (y.GetBitLength() <= half || left <= half) return first;
        var cut = Math.Max(0, 2 * half - left);
        return Halving(pieces, x >> cut, y >> cut).Times(pieces, first);
    }

    /// <summary>
    /// Does the steps to both numbers and puts them behind the earlier ones, so that the greater number stays the
    /// first.
    /// </summary>
    private Reduction After(Pieces pieces, Reduction earlier, ref BigInteger x, ref BigInteger y)
    {
        var (a, b, c, d) = Times(pieces, earlier);
        (x, y) = Apply(pieces, x, y);
        if (x.Sign < 0) (x, a, b) = (-x, -a, -b);
        if (y.Sign < 0) (y, c, d) = (-y, -c, -d);
        if (x >= y) return new(a, b, c, d);
        (x, y) = (y, x);
        return new(c, d, a, b);
    }

    private Reduction Times(Pieces pieces, Reduction earlier)
    {
        if (earlier == None) return this;
        var (a, c) = Apply(pieces, earlier.A, earlier.C);
        var (b, d) = Apply(pieces, earlier.B, earlier.D);
        return new(a, b, c, d);
    }

    private static Reduction HalvingWords(long x, long y, int half)
    {
        long a = 1, b = 0, c = 0, d = 1;
        while (y >> half != 0)
        {
            var quotient = x / y;
            (x, y) = (y, x - quotient * y);
            (a, c) = (c, a - quotient * c);
            (b, d) = (d, b - quotient * d);
        }
        return new(a, b, c, d);
    }
}
