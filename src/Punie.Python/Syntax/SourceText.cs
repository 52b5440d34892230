using System.Text;

namespace Punie.Python.Syntax;

/// <summary>A line and a column, both 1-based; the column counts UTF-16 units.</summary>
public readonly record struct TextPosition(int Line, int Column);

/// <summary>A source text with its lines. Lines end at LF, CR LF or CR; nothing is converted.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    /// <summary>Finds the lines of <paramref name="text"/>.</summary>
    public SourceText(string text)
    {
        Text = text;
        _lineStarts = FindLineStarts(text);
    }

    /// <summary>The unchanged text.</summary>
    public string Text { get; }

    /// <summary>Number of lines; a text that ends in a line break has an empty last line.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>The text of a span.</summary>
    public string TextOf(TextSpan span) => Text[span.Start..span.End];

    /// <summary>The 1-based line that holds a 0-based offset.</summary>
    public int LineOf(int offset)
    {
        var index = Array.BinarySearch(_lineStarts, offset);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>The position of a 0-based offset.</summary>
    public TextPosition PositionOf(int offset)
    {
        var line = LineOf(offset);
        return new(line, offset - _lineStarts[line - 1] + 1);
    }

    /// <summary>The 0-based offset of a position; a column behind the line's end is the line's end.</summary>
    public int OffsetOf(TextPosition position)
    {
        var line = LineSpan(position.Line);
        return Math.Min(line.Start + position.Column - 1, line.End);
    }

    /// <summary>The span of a 1-based line without its line break.</summary>
    public TextSpan LineSpan(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Length ? _lineStarts[line] : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r') end--;
        return new(start, end);
    }

    /// <summary>A 1-based line without its line break.</summary>
    public string LineText(int line) => TextOf(LineSpan(line));

    /// <summary>CPython's <c>col_offset</c>: 0-based, in UTF-8 bytes, not counting a byte order mark.</summary>
    public int Utf8Column(int offset)
    {
        var start = _lineStarts[LineOf(offset) - 1];
        if (start == 0 && Text.Length > 0 && Text[0] == '\uFEFF') start = Math.Min(1, offset);
        return Encoding.UTF8.GetByteCount(Text.AsSpan(start, offset - start));
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new int[text.Length / 32 + 4];
        var count = 1;
        var position = 0;
        while (true)
        {
            var next = text.AsSpan(position).IndexOfAny('\n', '\r');
            if (next < 0) return Exactly(starts, count);
            position += next + 1;
            if (text[position - 1] == '\r' && position < text.Length && text[position] == '\n') position++;
            if (count == starts.Length) starts = Exactly(starts, count * 2);
            starts[count++] = position;
        }
    }

    // Array.Resize and List<int> would be compiled anew in every process.
    private static int[] Exactly(int[] values, int length)
    {
        var copy = new int[length];
        Array.Copy(values, copy, Math.Min(values.Length, length));
        return copy;
    }
}
