using System.Numerics;

namespace Punie.Python.Sandbox.Runtime.LongInts;

/// <summary>Powers in pieces, by squaring from the exponent's highest bit on.</summary>
internal static class LongPower
{
    // From this many bits on a table of sixteen powers pays.
    private const int LongExponent = 64;

    internal static BigInteger Power(Pieces pieces, BigInteger x, int y)
    {
        var result = BigInteger.One;
        for (var bit = 31 - BitOperations.LeadingZeroCount((uint)y); bit >= 0; bit--)
        {
            result = LongProduct.Multiply(pieces, result, result);
            if ((y >> bit & 1) != 0) result = LongProduct.Multiply(pieces, result, x);
        }
        return result;
    }

    /// <summary>The remainder has the sign of the power, as with <see cref="BigInteger.ModPow"/>.</summary>
    internal static BigInteger ModPow(Pieces pieces, BigInteger x, BigInteger y, BigInteger modulus)
    {
        var step = new Step(pieces, modulus);
        var width = y.GetBitLength() > LongExponent ? 4 : 1;
        var powers = new BigInteger[1 << width];
        powers[0] = BigInteger.Remainder(BigInteger.One, modulus);
        powers[1] = LongQuotient.Divide(pieces, x, modulus).Remainder;
        for (var i = 2; i < powers.Length; i++) powers[i] = step.Multiply(powers[i - 1], powers[1]);
        var exponent = y.ToByteArray(isUnsigned: true);
        var result = powers[0];
        for (var at = exponent.Length * 8 - width; at >= 0; at -= width)
        {
            for (var i = 0; i < width; i++) result = step.Multiply(result, result);
            var digit = exponent[at / 8] >> (at % 8) & (powers.Length - 1);
            if (digit != 0) result = step.Multiply(result, powers[digit]);
        }
        return result;
    }

    /// <summary>One multiplication modulo the same number, estimated once.</summary>
    private sealed class Step(Pieces pieces, BigInteger modulus)
    {
        private readonly double _cost = IntCost.Multiply(modulus, modulus) + IntCost.Divide(modulus * modulus, modulus);

        // 0 when the modulus needs more than half a word.
        private readonly long _word = BigInteger.Abs(modulus) <= int.MaxValue ? (long)BigInteger.Abs(modulus) : 0;

        internal BigInteger Multiply(BigInteger x, BigInteger y)
        {
            if (!pieces.Fit(_cost))
                return LongQuotient.Divide(pieces, LongProduct.Multiply(pieces, x, y), modulus).Remainder;
            pieces.Begin(_cost);
            return _word != 0 ? (long)x * (long)y % _word : BigInteger.Remainder(x * y, modulus);
        }
    }
}
