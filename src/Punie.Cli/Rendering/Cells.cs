using System.Globalization;
using System.Text;

namespace Punie.Cli.Rendering;

/// <summary>Text as a terminal's cells.</summary>
internal static class Cells
{
    // East Asian wide blocks and emoji; the rest of Unicode takes one cell.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF),
        (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F),
        (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>Columns that a line takes.</summary>
    public static int Width(string line) => line.EnumerateRunes().Sum(Width);

    /// <summary>Splits a line into pieces that fit.</summary>
    /// <param name="line">Without line breaks.</param>
    /// <param name="columns">2 or more.</param>
    public static IEnumerable<string> Wrap(string line, int columns)
    {
        var piece = new StringBuilder();
        var used = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            var width = Width(rune);
            if (used + width > columns)
            {
                yield return piece.ToString();
                piece.Clear();
                used = 0;
            }

            piece.Append(rune.ToString());
            used += width;
        }

        yield return piece.ToString();
    }

    /// <summary>
    /// The text with control characters shown instead of obeyed: a file's content must not drive the terminal.
    /// </summary>
    public static string Harmless(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\u007F', '\u009F'))
            return text;
        var shown = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\n' or '\t' || !char.IsControl(c)) shown.Append(c);
            else if (c < ' ') shown.Append((char)(0x2400 + c));
            else shown.Append('\uFFFD');
        }

        return shown.ToString();
    }

    private static int Width(Rune rune)
    {
        if (rune.Value < 0x300) return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format) return 0;
        return Wide.Any(block => rune.Value >= block.First && rune.Value <= block.Last) ? 2 : 1;
    }
}
