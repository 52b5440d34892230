using System.Globalization;
using System.Text;

namespace Punie.Chat.Tokenizing;

/// <summary>What a scanner needs to know about a code point.</summary>
internal enum CharacterKind
{
    Letter,
    Mark,
    Number,
    Space,
    Other,
}

/// <summary>Reads code points and their kinds from UTF-16 text; a lone surrogate reads as U+FFFD.</summary>
internal static class CodePoints
{
    /// <summary>The kind of the code point at <paramref name="at"/> and how many UTF-16 units it takes.</summary>
    public static CharacterKind KindAt(ReadOnlySpan<char> text, int at, out int length)
    {
        Rune.DecodeFromUtf16(text[at..], out var rune, out length);
        if (rune.IsAscii) return KindOfAscii(rune.Value);
        if (Rune.IsWhiteSpace(rune)) return CharacterKind.Space;
        return Rune.GetUnicodeCategory(rune) switch
        {
            <= UnicodeCategory.OtherLetter => CharacterKind.Letter,
            <= UnicodeCategory.EnclosingMark => CharacterKind.Mark,
            <= UnicodeCategory.OtherNumber => CharacterKind.Number,
            _ => CharacterKind.Other,
        };
    }

    private static CharacterKind KindOfAscii(int value) => value switch
    {
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => CharacterKind.Letter,
        >= '0' and <= '9' => CharacterKind.Number,
        ' ' or (>= '\t' and <= '\r') => CharacterKind.Space,
        _ => CharacterKind.Other,
    };

    /// <summary>End of the run of code points of one kind that starts at <paramref name="at"/>, at most
    /// <paramref name="most"/> of them.</summary>
    public static int EndOfRun(ReadOnlySpan<char> text, int at, CharacterKind kind, int most = int.MaxValue)
    {
        for (; most > 0 && at < text.Length && KindAt(text, at, out var length) == kind; most--) at += length;
        return at;
    }

    /// <summary>End of a whitespace piece: the run without its last character when a word follows, as
    /// <c>\s+(?!\S)|\s+</c>.</summary>
    public static int EndOfSpaces(ReadOnlySpan<char> text, int start)
    {
        var end = EndOfRun(text, start, CharacterKind.Space);
        // Every white space is in the basic plane, so the last one is one UTF-16 unit.
        return end < text.Length && end - start > 1 ? end - 1 : end;
    }
}
