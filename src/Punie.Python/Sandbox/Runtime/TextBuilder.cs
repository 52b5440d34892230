using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>
/// Text built in room on the stack first; counts code points on the way, so that nobody has to read the text again.
/// </summary>
internal ref struct TextBuilder(Span<char> room)
{
    private const int LongestInteger = 20;

    private Span<char> _room = room;
    private char[]? _rented;
    private int _length;
    private long _codePoints;

    internal readonly int Length => _length;

    internal void Append(string text, long codePoints)
    {
        if (text.Length > _room.Length - _length) Grow(text.Length);
        text.CopyTo(_room[_length..]);
        _length += text.Length;
        _codePoints += codePoints;
    }

    internal void Append(long value)
    {
        if (_room.Length - _length < LongestInteger) Grow(LongestInteger);
        value.TryFormat(_room[_length..], out var written, default, CultureInfo.InvariantCulture);
        _length += written;
        _codePoints += written;
    }

    /// <summary>The text; gives the room back.</summary>
    internal PyValue ToText(RunContext ctx)
    {
        var text = ctx.Text(new string(_room[.._length]), _codePoints);
        if (_rented is not null) ArrayPool<char>.Shared.Return(_rented);
        return text;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(checked(_length + more), _room.Length * 2));
        _room[.._length].CopyTo(larger);
        if (_rented is not null) ArrayPool<char>.Shared.Return(_rented);
        _room = _rented = larger;
    }
}
