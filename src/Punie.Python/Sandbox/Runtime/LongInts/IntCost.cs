using System.Numerics;

namespace Punie.Python.Sandbox.Runtime.LongInts;

/// <summary>How many nanoseconds .NET takes for arithmetic on ints: measured, on the slow side.</summary>
internal static class IntCost
{
    internal static double Multiply(BigInteger x, BigInteger y) => 10 * Karatsuba(x.GetBitLength(), y.GetBitLength());

    internal static double Divide(BigInteger x, BigInteger y) => 16 * Karatsuba(x.GetBitLength(), y.GetBitLength());

    internal static double Power(BigInteger x, int y) =>
        10 * Karatsuba((double)x.GetBitLength() * y, (double)x.GetBitLength() * y);

    internal static double ModPow(BigInteger x, BigInteger y, BigInteger modulus)
    {
        var words = Words(modulus.GetBitLength()) + 4;
        return 7 * words * words * y.GetBitLength() + Divide(x, modulus);
    }

    internal static double Gcd(BigInteger x, BigInteger y) => 4 * Words(x.GetBitLength()) * Words(y.GetBitLength());

    private static double Words(double bits) => bits / 64 + 1;

    private static double Karatsuba(double left, double right) =>
        Words(Math.Max(left, right)) * Math.Pow(Words(Math.Min(left, right)), 0.585);
}
