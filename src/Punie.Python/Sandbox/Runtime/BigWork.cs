using System.Numerics;
using Punie.Python.Sandbox.Runtime.LongInts;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>
/// Work so large that one operation takes noticeable time: estimated, counted as steps, kept cancellable.
/// </summary>
/// <remarks>
/// Arithmetic that is long is done in pieces on the program's own thread, which looks at the token between them.
/// </remarks>
internal static class BigWork
{
    private const double NanosecondsInStep = 256;
    private const double LongNanoseconds = 20e6;
    private const double PieceNanoseconds = 5e6;

    // What is surely longer than the time that is left is not begun.
    private const double Doubt = 4;

    internal static BigInteger Multiply(RunContext ctx, BigInteger x, BigInteger y) =>
        Begin(ctx, IntCost.Multiply(x, y)) ? LongProduct.Multiply(InPieces(ctx), x, y) : x * y;

    internal static (BigInteger Quotient, BigInteger Remainder) Divide(RunContext ctx, BigInteger x, BigInteger y) =>
        Begin(ctx, IntCost.Divide(x, y)) ? LongQuotient.Divide(InPieces(ctx), x, y) : BigInteger.DivRem(x, y);

    internal static BigInteger Power(RunContext ctx, BigInteger x, int y) =>
        Begin(ctx, IntCost.Power(x, y)) ? LongPower.Power(InPieces(ctx), x, y) : BigInteger.Pow(x, y);

    internal static BigInteger ModPow(RunContext ctx, BigInteger x, BigInteger y, BigInteger modulus) =>
        Begin(ctx, IntCost.ModPow(x, y, modulus))
            ? LongPower.ModPow(InPieces(ctx), x, y, modulus)
            : BigInteger.ModPow(x, y, modulus);

    internal static BigInteger Gcd(RunContext ctx, BigInteger x, BigInteger y) =>
        Begin(ctx, IntCost.Gcd(x, y)) ? LongGcd.Gcd(InPieces(ctx), x, y) : BigInteger.GreatestCommonDivisor(x, y);

    /// <summary>Runs what takes about so long, in a thread of its own when that is noticeable.</summary>
    internal static T Run<T>(RunContext ctx, double nanoseconds, Func<T> call) =>
        Begin(ctx, nanoseconds) ? LongWork.Run(ctx, call) : call();

    /// <summary>Counts the work; true when it is long.</summary>
    private static bool Begin(RunContext ctx, double nanoseconds)
    {
        ctx.Tick((long)Math.Min(nanoseconds / NanosecondsInStep, long.MaxValue / 4));
        if (nanoseconds < LongNanoseconds) return false;
        ctx.Meter.CheckTime();
        return nanoseconds / Doubt > ctx.Meter.TimeLeft.TotalNanoseconds
            ? throw new StopException(Limit.WallTime)
            : true;
    }

    private static Pieces InPieces(RunContext ctx) => new(PieceNanoseconds, ctx.Meter.CheckTime);
}
