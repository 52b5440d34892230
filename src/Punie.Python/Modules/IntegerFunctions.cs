using System.Numerics;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules;

/// <summary>The functions of <c>math</c> on ints, each accounted for before it is computed.</summary>
internal static class IntegerFunctions
{
    internal static BigInteger Factorial(RunContext ctx, PyValue value)
    {
        var n = Index(ctx, value);
        if (n.Sign < 0) throw ctx.ValueError("factorial() not defined for negative values");
        if (n > int.MaxValue) throw ctx.OverflowError("factorial() argument should not exceed 2147483647");
        Charge(ctx, (double)n * Math.Max(1, BitOperations.Log2((uint)n + 1)));
        return Product(ctx, BigInteger.One, n);
    }

    internal static BigInteger Combinations(RunContext ctx, PyValue first, PyValue second)
    {
        BigInteger n = Index(ctx, first), k = Index(ctx, second);
        if (n.Sign < 0) throw ctx.ValueError("n must be a non-negative integer");
        if (k.Sign < 0) throw ctx.ValueError("k must be a non-negative integer");
        if (k > n) return BigInteger.Zero;
        k = BigInteger.Min(k, n - k);
        if (k > int.MaxValue) throw ctx.OverflowError("min(n - k, k) must not exceed 2147483647");
        Charge(ctx, (double)k * n.GetBitLength());
        return BigWork.Divide(ctx, Product(ctx, n - k + 1, n), Product(ctx, BigInteger.One, k)).Quotient;
    }

    internal static BigInteger Permutations(RunContext ctx, PyValue first, PyValue second)
    {
        if (second.IsNone) return Factorial(ctx, first);
        BigInteger n = Index(ctx, first), k = Index(ctx, second);
        if (n.Sign < 0) throw ctx.ValueError("n must be a non-negative integer");
        if (k.Sign < 0) throw ctx.ValueError("k must be a non-negative integer");
        if (k > n) return BigInteger.Zero;
        Charge(ctx, (double)k * n.GetBitLength());
        return Product(ctx, n - k + 1, n);
    }

    internal static BigInteger Gcd(RunContext ctx, PyValue[] values)
    {
        var result = BigInteger.Zero;
        foreach (var value in values)
        {
            ctx.Step();
            result = BigWork.Gcd(ctx, result, Index(ctx, value));
        }
        return result;
    }

    internal static BigInteger Lcm(RunContext ctx, PyValue[] values)
    {
        var result = BigInteger.One;
        foreach (var value in values)
        {
            var next = BigInteger.Abs(Index(ctx, value));
            if (next.IsZero) return BigInteger.Zero;
            Charge(ctx, result.GetBitLength() + next.GetBitLength());
            var reduced = BigWork.Divide(ctx, result, BigWork.Gcd(ctx, result, next)).Quotient;
            result = BigWork.Multiply(ctx, reduced, next);
        }
        return result;
    }

    internal static BigInteger SquareRoot(RunContext ctx, PyValue value)
    {
        var n = Index(ctx, value);
        return n.Sign >= 0 ? Root(ctx, n) : throw ctx.ValueError("isqrt() argument must be nonnegative");
    }

    /// <summary>The whole part of the square root of a number that is not negative.</summary>
    /// <remarks>
    /// Newton's steps at a precision that doubles with each, as in CPython's <c>math.isqrt</c>: all of them together
    /// cost little more than the last.
    /// </remarks>
    internal static BigInteger Root(RunContext ctx, BigInteger n)
    {
        if (n.IsZero) return n;
        var half = (int)((n.GetBitLength() - 1) / 2);
        var root = BigInteger.One;
        var known = 0;
        for (var left = 32 - BitOperations.LeadingZeroCount((uint)half) - 1; left >= 0; left--)
        {
            var before = known;
            known = half >> left;
            Charge(ctx, 2L * known);
            root = (root << (known - before - 1))
                + BigWork.Divide(ctx, n >> (2 * half - before - known + 1), root).Quotient;
        }
        return BigWork.Multiply(ctx, root, root) > n ? root - 1 : root;
    }

    private static BigInteger Index(RunContext ctx, PyValue value) =>
        ctx.TryIndex(value, out var index)
            ? index
            : throw ctx.TypeError($"'{value.TypeName}' object cannot be interpreted as an integer");

    // Multiplying halves keeps the factors of one size, which is what makes large products quick.
    private static BigInteger Product(RunContext ctx, BigInteger from, BigInteger to)
    {
        if (from > to) return BigInteger.One;
        if (to - from < 16)
        {
            var product = from;
            for (var i = from + 1; i <= to; i++) product *= i;
            return product;
        }
        var middle = (from + to) >> 1;
        BigInteger left = Product(ctx, from, middle), right = Product(ctx, middle + 1, to);
        ctx.Meter.Reserve((left.GetBitLength() + right.GetBitLength()) / 4);
        return BigWork.Multiply(ctx, left, right);
    }

    private static void Charge(RunContext ctx, double bits)
    {
        ctx.Meter.Reserve((long)Math.Min(bits / 4, long.MaxValue / 2));
        ctx.Step();
    }
}
