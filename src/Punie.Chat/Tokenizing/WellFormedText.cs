using System.Text;

namespace Punie.Chat.Tokenizing;

/// <summary>Normalization that does not throw on lone surrogates.</summary>
internal static class WellFormedText
{
    /// <summary>True when text is well-formed and already in normalization form C.</summary>
    public static bool IsNormalizedSafely(this string text)
    {
        // ASCII is always normalized; the check without it costs more than the encoding.
        if (Ascii.IsValid(text)) return true;
        return IsWellFormed(text) && text.IsNormalized();
    }

    /// <summary>Each lone surrogate replaced by U+FFFD.</summary>
    public static string ToWellFormed(this string text)
    {
        if (IsWellFormed(text)) return text;
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) result.Append(rune.ToString());
        return result.ToString();
    }

    private static bool IsWellFormed(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune)) return false;
            at += rune.Utf16SequenceLength;
        }

        return true;
    }
}
