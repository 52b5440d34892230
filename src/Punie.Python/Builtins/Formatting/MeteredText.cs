using System.Text;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Formatting;

/// <summary>
/// Builds text whose size a program chooses: every growth is checked against the memory limit before it happens.
/// </summary>
internal sealed class MeteredText(RunContext ctx)
{
    private readonly StringBuilder _text = new();
    private long _reserved = 1024;

    internal int Length => _text.Length;

    internal MeteredText Append(char unit)
    {
        Room(1);
        _text.Append(unit);
        return this;
    }

    internal MeteredText Append(ReadOnlySpan<char> part)
    {
        Room(part.Length);
        _text.Append(part);
        return this;
    }

    internal MeteredText Append(string part) => Append(part.AsSpan());

    internal MeteredText Append(Rune rune)
    {
        Room(2);
        _text.Append(rune);
        return this;
    }

    /// <summary>Adds the same text several times.</summary>
    internal MeteredText Repeat(string part, long count)
    {
        if (count <= 0 || part.Length == 0) return this;
        Room(part.Length * count);
        ctx.Tick(part.Length * count >> 8);
        if (part.Length == 1) _text.Append(part[0], (int)count);
        else _text.Insert(_text.Length, part, (int)count);
        return this;
    }

    internal PyValue ToValue() => ctx.Text(_text.ToString());

    public override string ToString() => _text.ToString();

    private void Room(long more)
    {
        var needed = _text.Length + more;
        if (needed <= _reserved) return;
        _reserved = Math.Max(needed, _reserved * 2);
        // Twice two bytes a unit: the builder and the text made of it.
        ctx.Meter.Reserve(needed > long.MaxValue >> 3 ? long.MaxValue : needed * 4);
        if (needed > Array.MaxLength / 2) throw new StopException(Limit.Bytes);
        ctx.Meter.Allocated(_text, 2 * (_reserved - _text.Length));
    }
}
