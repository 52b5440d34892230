using System.Buffers.Binary;
using System.Text;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Replay;

/// <summary>Appends numbers, texts and bytes to a buffer; the other side of <see cref="SavedReader"/>.</summary>
/// <param name="meter">Asked before the buffer grows; null outside of a run.</param>
internal sealed class SavedWriter(Meter? meter = null)
{
    private byte[] _bytes = new byte[256];

    internal int Length { get; private set; }

    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>A reader of what was written from here on; valid until more is written.</summary>
    internal SavedReader ReadFrom(int start) => new(_bytes.AsMemory(start, Length - start));

    /// <summary>Takes back what was written after this length.</summary>
    internal void Cut(int length) => Length = length;

    internal void Byte(byte value) => Take(1)[0] = value;

    /// <summary>Small numbers take few bytes.</summary>
    internal void Number(ulong value)
    {
        for (; value >= 0x80; value >>= 7) Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    /// <summary>Numbers near zero take few bytes.</summary>
    internal void Signed(long value) => Number((ulong)((value << 1) ^ (value >> 63)));

    internal void Fixed(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(sizeof(long)), value);

    internal void Bytes(ReadOnlySpan<byte> value)
    {
        Number((ulong)value.Length);
        Raw(value);
    }

    internal void Raw(ReadOnlySpan<byte> value) => value.CopyTo(Take(value.Length));

    /// <summary>Any UTF-16 text, lone surrogates too.</summary>
    internal void Text(string value)
    {
        var isWide = value.AsSpan().IndexOfAnyExceptInRange('\0', '\u00FF') >= 0;
        Number(((ulong)value.Length << 1) | (isWide ? 1UL : 0));
        if (!isWide)
        {
            Encoding.Latin1.GetBytes(value, Take(value.Length));
            return;
        }
        var target = Take(checked(value.Length * 2));
        for (var i = 0; i < value.Length; i++) BinaryPrimitives.WriteUInt16LittleEndian(target[(2 * i)..], value[i]);
    }

    private Span<byte> Take(int count)
    {
        var start = Length;
        if (count > _bytes.Length - start) Grow(start + (long)count);
        Length += count;
        return _bytes.AsSpan(start, count);
    }

    private void Grow(long needed)
    {
        var capacity = Math.Max(needed, _bytes.Length + _bytes.Length / 2L);
        if (capacity > Array.MaxLength) throw new StopException(Limit.Bytes);
        meter?.Reserve(capacity);
        Array.Resize(ref _bytes, (int)capacity);
    }
}
