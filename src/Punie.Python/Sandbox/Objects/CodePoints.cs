namespace Punie.Python.Sandbox.Objects;

/// <summary>Python counts code points, .NET strings hold UTF-16 units; most text needs no translation.</summary>
internal static class CodePoints
{
    /// <summary>Length in code points; a lone surrogate is one.</summary>
    internal static long Count(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\ud800', '\udbff');
        return first < 0 ? text.Length : text.Length - CountPairs(text, first);
    }

    /// <summary>The UTF-16 offset of a code point index between 0 and the length.</summary>
    internal static int Offset(PyValue text, long index)
    {
        if (text.IsBmp) return (int)index;
        var units = text.Text;
        var offset = 0;
        for (; index > 0; index--) offset += IsPair(units, offset) ? 2 : 1;
        return offset;
    }

    /// <summary>The code point index of a UTF-16 offset.</summary>
    internal static long Index(PyValue text, int offset) =>
        text.IsBmp ? offset : offset - CountPairs(text.Text.AsSpan(0, offset), 0);

    /// <summary>The text between two code point indexes, 0 ≤ start ≤ end ≤ length.</summary>
    internal static PyValue Slice(PyValue text, long start, long end)
    {
        if (text.IsBmp) return PyValue.Str(text.Text.Substring((int)start, (int)(end - start)), end - start);
        var from = Offset(text, start);
        var to = from;
        for (var i = start; i < end; i++) to += IsPair(text.Text, to) ? 2 : 1;
        return PyValue.Str(text.Text[from..to], end - start);
    }

    /// <summary>One code point as text.</summary>
    internal static PyValue At(PyValue text, long index)
    {
        if (text.IsBmp) return SingleUnit(text.Text[(int)index]);
        var offset = Offset(text, index);
        return IsPair(text.Text, offset)
            ? PyValue.Str(text.Text.Substring(offset, 2), 1)
            : SingleUnit(text.Text[offset]);
    }

    internal static bool IsPair(string text, int offset) =>
        char.IsHighSurrogate(text[offset]) && offset + 1 < text.Length && char.IsLowSurrogate(text[offset + 1]);

    internal static PyValue SingleUnit(char unit) => PyValue.Str(unit < 256 ? Latin1[unit] : unit.ToString(), 1);

    private static readonly string[] Latin1 = [.. Enumerable.Range(0, 256).Select(c => ((char)c).ToString())];

    private static int CountPairs(ReadOnlySpan<char> text, int from)
    {
        var pairs = 0;
        for (var i = from; i + 1 < text.Length; i++)
        {
            if (!char.IsHighSurrogate(text[i]) || !char.IsLowSurrogate(text[i + 1])) continue;
            pairs++;
            i++;
        }
        return pairs;
    }
}
