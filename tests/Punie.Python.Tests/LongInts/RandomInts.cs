using System.Numerics;

namespace Punie.Python.Tests.LongInts;

#pragma warning disable CA5394 // repeatable, not secret
/// <summary>
/// Ints of all sizes and both signs; many of few different words, where carries and wrong guesses are.
/// </summary>
internal sealed class RandomInts(int seed, int mostBits = 12_000)
{
    private readonly Random _random = new(seed);

    internal BigInteger NextButZero() => Next() is { IsZero: false } value ? value : BigInteger.One;

    internal BigInteger Next()
    {
        // As many small sizes as large ones, and the edges of words.
        var bits = (int)Math.Pow(mostBits, _random.NextDouble());
        if (_random.Next(4) == 0) bits = (bits + 63) / 64 * 64 + _random.Next(-1, 2);
        var value = _random.Next(4) switch
        {
            0 => (BigInteger.One << bits) - _random.Next(3),
            1 => (Exactly(bits) >> (bits / 2)) << (bits / 2),
            2 => (BigInteger.One << bits) - (BigInteger.One << (bits / 2)) + _random.Next(3) - 1,
            _ => Exactly(bits),
        };
        return _random.Next(2) == 0 ? value : -value;
    }

    internal BigInteger Exactly(int bits)
    {
        var bytes = new byte[bits / 8 + 1];
        _random.NextBytes(bytes);
        var mask = BigInteger.One << Math.Max(0, bits - 1);
        return (new BigInteger(bytes, isUnsigned: true) & (mask - 1)) | mask;
    }
}
