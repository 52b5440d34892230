namespace Punie.Chat.Grammars;

/// <summary>A set of byte values, 256 bits.</summary>
internal readonly record struct ByteSet(UInt128 Low, UInt128 High)
{
    public static ByteSet Range(byte first, byte last)
    {
        var set = default(ByteSet);
        for (int value = first; value <= last; value++) set = set.With((byte)value);
        return set;
    }

    public bool Contains(byte value) => ((value < 128 ? Low : High) >> (value & 127) & 1) != 0;

    public ByteSet Or(ByteSet other) => new(Low | other.Low, High | other.High);

    private ByteSet With(byte value)
    {
        var bit = UInt128.One << (value & 127);
        return value < 128 ? this with { Low = Low | bit } : this with { High = High | bit };
    }
}
