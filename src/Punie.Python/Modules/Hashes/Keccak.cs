using System.Buffers.Binary;
using System.Numerics;

namespace Punie.Python.Modules.Hashes;

/// <summary>SHA-3 and SHAKE (FIPS 202), which the machine's own library does not always have.</summary>
internal static class Keccak
{
    private const byte FixedLength = 0x06;
    private const byte AnyLength = 0x1f;

    private static readonly ulong[] RoundConstants =
    [
        0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000, 0x000000000000808b,
        0x0000000080000001,
        0x8000000080008081, 0x8000000000008009, 0x000000000000008a, 0x0000000000000088, 0x0000000080008009,
        0x000000008000000a,
        0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003, 0x8000000000008002,
        0x8000000000000080,
        0x000000000000800a, 0x800000008000000a, 0x8000000080008081, 0x8000000000008080, 0x0000000080000001,
        0x8000000080008008,
    ];

    // Rotations along the walk of the pi step, which begins at lane 1.
    private static readonly int[] Rotations =
        [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];
    private static readonly int[] Lanes =
        [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];

    /// <summary>SHA-3 of that many bytes.</summary>
    internal static byte[] Hash(byte[] data, int size) => Sponge(data, 200 - 2 * size, FixedLength, size);

    /// <summary>SHAKE128 or SHAKE256, as many bytes as are wanted.</summary>
    internal static byte[] Shake(byte[] data, int strength, int size) =>
        Sponge(data, 200 - strength / 4, AnyLength, size);

    private static byte[] Sponge(byte[] data, int rate, byte suffix, int size)
    {
        var state = new ulong[25];
        var block = new byte[rate];
        for (var at = 0; ; at += rate)
        {
            var left = data.Length - at;
            var isLast = left < rate;
            block.AsSpan().Clear();
            data.AsSpan(at, Math.Min(left, rate)).CopyTo(block);
            if (isLast)
            {
                block[left] = suffix;
                block[rate - 1] |= 0x80;
            }
            for (var i = 0; i < rate / 8; i++) state[i] ^= BinaryPrimitives.ReadUInt64LittleEndian(block.AsSpan(8 * i));
            Permute(state);
            if (isLast) break;
        }
        var result = new byte[size];
        for (var at = 0; at < size; at += rate)
        {
            if (at > 0) Permute(state);
            for (var i = 0; i < rate / 8; i++) BinaryPrimitives.WriteUInt64LittleEndian(block.AsSpan(8 * i), state[i]);
            block.AsSpan(0, Math.Min(rate, size - at)).CopyTo(result.AsSpan(at));
        }
        return result;
    }

    private static void Permute(ulong[] a)
    {
        Span<ulong> columns = stackalloc ulong[5];
        foreach (var constant in RoundConstants)
        {
            for (var x = 0; x < 5; x++) columns[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
            for (var x = 0; x < 5; x++)
            {
                var mix = columns[(x + 4) % 5] ^ BitOperations.RotateLeft(columns[(x + 1) % 5], 1);
                for (var y = 0; y < 25; y += 5) a[x + y] ^= mix;
            }
            var carried = a[1];
            for (var i = 0; i < 24; i++)
                (a[Lanes[i]], carried) = (BitOperations.RotateLeft(carried, Rotations[i]), a[Lanes[i]]);
            for (var y = 0; y < 25; y += 5)
            {
                a.AsSpan(y, 5).CopyTo(columns);
                for (var x = 0; x < 5; x++) a[y + x] = columns[x] ^ (~columns[(x + 1) % 5] & columns[(x + 2) % 5]);
            }
            a[0] ^= constant;
        }
    }
}
