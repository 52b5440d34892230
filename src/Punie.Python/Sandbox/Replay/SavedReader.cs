using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Punie.Python.Sandbox.Replay;

/// <summary>
/// Reads what <see cref="SavedWriter"/> wrote. The bytes may be hostile: every length is checked against what is left.
/// </summary>
internal sealed class SavedReader(ReadOnlyMemory<byte> bytes)
{
    internal int Position { get; set; }

    internal bool IsAtEnd => Position == bytes.Length;

    private int Remaining => bytes.Length - Position;

    internal byte Byte() => Take(1)[0];

    internal ulong Number()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
        throw Damaged("a number is too long");
    }

    internal int Int32()
    {
        var value = Number();
        return value <= int.MaxValue ? (int)value : throw Damaged("a number is too large");
    }

    internal long Int64()
    {
        var value = Number();
        return value <= long.MaxValue ? (long)value : throw Damaged("a number is too large");
    }

    internal long Signed()
    {
        var value = Number();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    internal long Fixed() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    /// <summary>A number of items, each of which takes one byte or more.</summary>
    internal int Count()
    {
        var count = Number();
        return count <= (ulong)Remaining ? (int)count : throw Damaged("a length is too large");
    }

    internal ReadOnlySpan<byte> Bytes() => Take(Count());

    internal ReadOnlyMemory<byte> Block()
    {
        var count = Count();
        var start = Position;
        Take(count);
        return bytes.Slice(start, count);
    }

    internal string Text()
    {
        var head = Number();
        var isWide = (head & 1) != 0;
        if (head >> 1 > (ulong)Remaining) throw Damaged("a text is too long");
        var length = (int)(head >> 1);
        if (!isWide) return Encoding.Latin1.GetString(Take(length));
        if (length > Remaining / 2) throw Damaged("a text is too long");
        return string.Create(length, Take(2 * length), static (text, source) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(source[(2 * i)..]);
        });
    }

    internal SavedRunException Damaged(string what) =>
        new(string.Create(CultureInfo.InvariantCulture,
            $"The saved run is damaged: {what}, at byte {Position} of {bytes.Length}."));

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > Remaining) throw Damaged("it ends too early");
        var start = Position;
        Position += count;
        return bytes.Span.Slice(start, count);
    }
}
