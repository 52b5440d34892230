using System.Numerics;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>
/// Hashes: CPython's for numbers and tuples, because sets show their order; our own, the same in every process, for
/// text.
/// </summary>
internal static class Hashing
{
    /// <summary>
    /// What <c>__hash__</c> returned: as it is where it fits, but -1 means an error in CPython and becomes -2.
    /// </summary>
    internal static long OfResult(RunContext ctx, PyValue result)
    {
        if (!ctx.TryInteger(result, out var value)) throw ctx.TypeError("__hash__ method should return an integer");
        if (!IntegerText.FitsInt64(value)) return OfBigInteger(value);
        return value == System.Numerics.BigInteger.MinusOne ? -2 : (long)value;
    }

    private const long Modulus = (1L << 61) - 1;

    internal static long Hash(this RunContext ctx, PyValue value)
    {
        if (value.Ref is string text)
        {
            ctx.Tick(text.Length >> 8);
            return OfText(text);
        }
        if (value.IsInt || value.IsBool) return OfInt(value.Bits);
        if (value.IsFloat) return OfDouble(value.Double);
        ctx.Enter();
        var hash = value.Object.Hash(ctx);
        ctx.Leave();
        return hash;
    }

    internal static long OfInt(long value)
    {
        if (value is > -Modulus and < Modulus) return value == -1 ? -2 : value;
        var hash = value % Modulus;
        return hash == -1 ? -2 : hash;
    }

    internal static long OfBigInteger(BigInteger value)
    {
        var hash = (long)BigInteger.Remainder(value, Modulus);
        return hash == -1 ? -2 : hash;
    }

    /// <summary>Source: _Py_HashDouble in Python/pyhash.c.</summary>
    internal static long OfDouble(double value)
    {
        if (double.IsInfinity(value)) return value > 0 ? 314159 : -314159;
        if (double.IsNaN(value)) return 0;
        if (Math.Abs(value) < Modulus && Math.Floor(value) == value) return OfInt((long)value);
        var mantissa = Math.Abs(value);
        var exponent = mantissa == 0 ? 0 : Math.ILogB(mantissa) + 1;
        mantissa = Math.ScaleB(mantissa, -exponent);
        ulong hash = 0;
        while (mantissa != 0)
        {
            hash = ((hash << 28) & (ulong)Modulus) | (hash >> 33);
            mantissa *= 268435456.0;
            exponent -= 28;
            var part = (ulong)mantissa;
            mantissa -= part;
            hash += part;
            if (hash >= (ulong)Modulus) hash -= (ulong)Modulus;
        }
        exponent = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61;
        hash = ((hash << exponent) & (ulong)Modulus) | (hash >> (61 - exponent));
        var signed = value < 0 ? -(long)hash : (long)hash;
        return signed == -1 ? -2 : signed;
    }

    /// <summary>
    /// Not seeded, so that a run can be repeated; floods of collisions are counted as steps by the tables.
    /// </summary>
    internal static long OfText(string text)
    {
        var hash = 0xcbf29ce484222325UL ^ (ulong)text.Length;
        foreach (var unit in text) hash = (hash ^ unit) * 0x100000001b3UL;
        hash ^= hash >> 29;
        return (long)hash;
    }

    /// <summary>The hash of the text whose units are these bytes.</summary>
    internal static long OfBytes(ReadOnlySpan<byte> bytes)
    {
        var hash = 0xcbf29ce484222325UL ^ (ulong)bytes.Length;
        foreach (var unit in bytes) hash = (hash ^ unit) * 0x100000001b3UL;
        hash ^= hash >> 29;
        return (long)hash;
    }

    /// <summary>Source: tuplehash in Objects/tupleobject.c.</summary>
    internal static long OfTuple(RunContext ctx, PyValue[] items)
    {
        const ulong prime1 = 11400714785074694791UL, prime2 = 14029467366897019727UL, prime5 = 2870177450012600261UL;
        var hash = prime5;
        foreach (var item in items)
        {
            ctx.Step();
            hash += (ulong)ctx.Hash(item) * prime2;
            hash = BitOperations.RotateLeft(hash, 31) * prime1;
        }
        hash += (ulong)items.Length ^ (prime5 ^ 3527539UL);
        return hash == ulong.MaxValue ? 1546275796 : (long)hash;
    }
}
