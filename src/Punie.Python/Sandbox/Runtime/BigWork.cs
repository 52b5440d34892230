using System.Numerics;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>
/// Arithmetic on ints so large that one operation takes noticeable time: estimated, counted as steps, kept cancellable.
/// </summary>
/// <remarks>The estimates are measured ones of .NET's algorithms, on the slow side.</remarks>
internal static class BigWork
{
    private const double NanosecondsInStep = 256;
    private const double LongNanoseconds = 20e6;

    // What is surely longer than the time that is left is not begun.
    private const double Doubt = 4;

    internal static BigInteger Multiply(RunContext ctx, BigInteger x, BigInteger y) =>
        Run(ctx, 10 * Karatsuba(x.GetBitLength(), y.GetBitLength()), () => x * y);

    internal static (BigInteger Quotient, BigInteger Remainder) Divide(RunContext ctx, BigInteger x, BigInteger y) =>
        Run(ctx, 16 * Karatsuba(x.GetBitLength(), y.GetBitLength()), () => BigInteger.DivRem(x, y));

    internal static BigInteger Power(RunContext ctx, BigInteger x, int y) =>
        Run(ctx, 10 * Karatsuba(x.GetBitLength() * y, x.GetBitLength() * y), () => BigInteger.Pow(x, y));

    internal static BigInteger ModPow(RunContext ctx, BigInteger x, BigInteger y, BigInteger modulus)
    {
        double words = Words(modulus.GetBitLength()) + 4;
        return Run(ctx, 7 * words * words * y.GetBitLength()
            + 16 * Karatsuba(x.GetBitLength(), modulus.GetBitLength()), () => BigInteger.ModPow(x, y, modulus));
    }

    internal static BigInteger Gcd(RunContext ctx, BigInteger x, BigInteger y) =>
        Run(ctx, 4 * Words(x.GetBitLength()) * Words(y.GetBitLength()), () => BigInteger.GreatestCommonDivisor(x, y));

    private static double Words(double bits) => bits / 64 + 1;

    private static double Karatsuba(double left, double right) =>
        Words(Math.Max(left, right)) * Math.Pow(Words(Math.Min(left, right)), 0.585);

    /// <summary>Runs what takes about so long, in a thread of its own when that is noticeable.</summary>
    internal static T Run<T>(RunContext ctx, double nanoseconds, Func<T> call)
    {
        ctx.Tick((long)Math.Min(nanoseconds / NanosecondsInStep, long.MaxValue / 4));
        if (nanoseconds < LongNanoseconds) return call();
        ctx.Meter.CheckTime();
        if (nanoseconds / Doubt > ctx.Meter.TimeLeft.TotalNanoseconds) throw new StopException(Limit.WallTime);
        return LongWork.Run(ctx, call);
    }
}
