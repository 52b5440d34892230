using System.Globalization;

namespace Punie.Agent.CodeMode;

/// <summary>Cuts text to a length so that its beginning, its end and the cut itself can be seen.</summary>
public static class BoundedText
{
    /// <summary>The text, or its first and last part around a marker that says how much is missing.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="chars">Most UTF-16 units of the text to keep, 2 or more.</param>
    public static string HeadAndTail(string text, int chars)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chars, 2);
        if (text.Length <= chars) return text;
        // The end of a long output says how it went; the beginning says what it was.
        var head = chars / 2;
        var tail = text.Length - (chars - head);
        if (char.IsHighSurrogate(text[head - 1])) head--;
        if (char.IsLowSurrogate(text[tail])) tail++;
        var left = (tail - head).ToString("N0", CultureInfo.InvariantCulture);
        return $"{text[..head]}\n[... {left} characters left out ...]\n{text[tail..]}";
    }

    /// <summary>The text on one line, cut at its end.</summary>
    public static string OneLine(string text, int chars)
    {
        var line = string.Join(' ',
            text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (line.Length <= chars) return line;
        var end = char.IsHighSurrogate(line[chars - 2]) ? chars - 2 : chars - 1;
        return line[..end] + "…";
    }
}
