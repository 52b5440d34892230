using System.Buffers.Binary;
using System.Numerics;

namespace Punie.Python.Modules.Hashes;

/// <summary>What a BLAKE2 hash is made with.</summary>
/// <param name="Size">Bytes of the digest.</param>
/// <param name="Key">The key; empty for a plain hash.</param>
/// <param name="Salt">Salt, filled up with zeros.</param>
/// <param name="Person">Personalization, filled up with zeros.</param>
internal sealed record Blake2Options(int Size, byte[] Key, byte[] Salt, byte[] Person);

/// <summary>BLAKE2b and BLAKE2s (RFC 7693), in one: words of 64 or of 32 bits.</summary>
internal sealed class Blake2(bool isLong)
{
    private static readonly ulong[] LongStart =
    [
        0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1,
        0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
    ];

    private static readonly byte[][] Orders =
    [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
        [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4], [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
        [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13], [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
        [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11], [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
        [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5], [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
    ];

    private readonly int _word = isLong ? 8 : 4;
    private readonly int[] _turns = isLong ? [32, 24, 16, 63] : [16, 12, 8, 7];
    private readonly ulong[] _state = new ulong[8];

    private int BlockSize => 16 * _word;

    internal byte[] Hash(byte[] data, Blake2Options options)
    {
        var parameters = new byte[8 * _word];
        (parameters[0], parameters[1], parameters[2], parameters[3]) =
            ((byte)options.Size, (byte)options.Key.Length, 1, 1);
        options.Salt.CopyTo(parameters, 4 * _word);
        options.Person.CopyTo(parameters, 6 * _word);
        for (var i = 0; i < 8; i++) _state[i] = Start(i) ^ Read(parameters, i);
        byte[] whole = options.Key.Length == 0
            ? data
            : [.. options.Key, .. new byte[BlockSize - options.Key.Length], .. data];
        var block = new byte[BlockSize];
        for (var at = 0; ; at += BlockSize)
        {
            var left = whole.Length - at;
            block.AsSpan().Clear();
            whole.AsSpan(at, Math.Min(left, BlockSize)).CopyTo(block);
            Compress(block, (ulong)Math.Min(whole.Length, at + BlockSize), isLast: left <= BlockSize);
            if (left <= BlockSize) break;
        }
        var result = new byte[64];
        for (var i = 0; i < 8; i++) BinaryPrimitives.WriteUInt64LittleEndian(result.AsSpan(i * _word, 8), _state[i]);
        return result[..options.Size];
    }

    private ulong Start(int index) => isLong ? LongStart[index] : LongStart[index] >> 32;

    private ulong Read(byte[] bytes, int index) =>
        isLong ? BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(8 * index))
            : BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4 * index));

    private void Compress(byte[] block, ulong count, bool isLast)
    {
        var v = new ulong[16];
        for (var i = 0; i < 8; i++) (v[i], v[i + 8]) = (_state[i], Start(i));
        v[12] ^= count;
        if (isLast) v[14] ^= isLong ? ulong.MaxValue : uint.MaxValue;
        for (var round = 0; round < (isLong ? 12 : 10); round++)
        {
            var order = Orders[round % 10];
            for (var i = 0; i < 8; i++)
            {
                int[] lanes = i < 4
                    ? [i, i + 4, i + 8, i + 12]
                    : [i - 4, 4 + (i - 3) % 4, 8 + (i - 2) % 4, 12 + (i - 1) % 4];
                Mix(v, lanes, Read(block, order[2 * i]), Read(block, order[2 * i + 1]));
            }
        }
        for (var i = 0; i < 8; i++) _state[i] ^= v[i] ^ v[i + 8];
    }

    private void Mix(ulong[] v, int[] lanes, ulong x, ulong y)
    {
        var (a, b, c, d) = (lanes[0], lanes[1], lanes[2], lanes[3]);
        v[a] = Cut(v[a] + v[b] + x);
        v[d] = Turn(v[d] ^ v[a], _turns[0]);
        v[c] = Cut(v[c] + v[d]);
        v[b] = Turn(v[b] ^ v[c], _turns[1]);
        v[a] = Cut(v[a] + v[b] + y);
        v[d] = Turn(v[d] ^ v[a], _turns[2]);
        v[c] = Cut(v[c] + v[d]);
        v[b] = Turn(v[b] ^ v[c], _turns[3]);
    }

    private ulong Cut(ulong value) => isLong ? value : (uint)value;

    private ulong Turn(ulong value, int bits) =>
        isLong ? BitOperations.RotateRight(value, bits) : BitOperations.RotateRight((uint)value, bits);
}
