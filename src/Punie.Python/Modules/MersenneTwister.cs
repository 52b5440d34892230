using System.Buffers.Binary;
using System.Numerics;

namespace Punie.Python.Modules;

/// <summary>CPython's generator of random numbers: the same seed gives the same numbers.</summary>
/// <remarks>Source: Modules/_randommodule.c.</remarks>
internal sealed class MersenneTwister
{
    private const int N = 624;
    private const int M = 397;

    private readonly uint[] _state = new uint[N];
    private int _index = N;

    internal MersenneTwister(BigInteger seed) => Seed(seed);

    /// <summary>A copy of the state, its position last.</summary>
    internal uint[] State => [.. _state, (uint)_index];

    internal void Restore(uint[] state)
    {
        state.AsSpan(0, N).CopyTo(_state);
        _index = (int)Math.Min(state[N], N);
    }

    internal void Seed(BigInteger seed)
    {
        var magnitude = BigInteger.Abs(seed);
        var key = new List<uint>();
        for (; !magnitude.IsZero; magnitude >>= 32) key.Add((uint)(magnitude & uint.MaxValue));
        if (key.Count == 0) key.Add(0);
        Fill(19650218);
        int i = 1, j = 0;
        for (var k = Math.Max(N, key.Count); k > 0; k--)
        {
            _state[i] = (_state[i] ^ ((_state[i - 1] ^ (_state[i - 1] >> 30)) * 1664525)) + key[j] + (uint)j;
            if (++i >= N) (_state[0], i) = (_state[N - 1], 1);
            if (++j >= key.Count) j = 0;
        }
        for (var k = N - 1; k > 0; k--)
        {
            _state[i] = (_state[i] ^ ((_state[i - 1] ^ (_state[i - 1] >> 30)) * 1566083941)) - (uint)i;
            if (++i >= N) (_state[0], i) = (_state[N - 1], 1);
        }
        _state[0] = 0x80000000;
        _index = N;
    }

    internal uint Next32()
    {
        if (_index >= N) Twist();
        var y = _state[_index++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    /// <summary>At least 0 and below 1, with 53 random bits.</summary>
    internal double NextDouble()
    {
        uint a = Next32() >> 5, b = Next32() >> 6;
        return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
    }

    internal BigInteger NextBits(int count)
    {
        if (count <= 32) return count == 0 ? BigInteger.Zero : Next32() >> (32 - count);
        var bytes = new byte[(count + 31) / 32 * 4];
        for (var at = 0; count > 0; at += 4, count -= 32)
        {
            var word = Next32();
            if (count < 32) word >>= 32 - count;
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), word);
        }
        return new BigInteger(bytes, isUnsigned: true);
    }

    /// <summary>At least 0 and below a positive limit, each as likely.</summary>
    internal BigInteger NextBelow(BigInteger limit)
    {
        var bits = (int)limit.GetBitLength();
        var value = NextBits(bits);
        while (value >= limit) value = NextBits(bits);
        return value;
    }

    private void Fill(uint seed)
    {
        _state[0] = seed;
        for (var i = 1; i < N; i++) _state[i] = 1812433253 * (_state[i - 1] ^ (_state[i - 1] >> 30)) + (uint)i;
    }

    private void Twist()
    {
        for (var i = 0; i < N; i++)
        {
            var y = (_state[i] & 0x80000000) | (_state[(i + 1) % N] & 0x7fffffff);
            _state[i] = _state[(i + M) % N] ^ (y >> 1) ^ ((y & 1) != 0 ? 0x9908b0df : 0);
        }
        _index = 0;
    }
}
