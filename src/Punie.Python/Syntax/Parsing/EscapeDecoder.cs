using System.Globalization;
using System.Text;

namespace Punie.Python.Syntax.Parsing;

/// <summary>Values of the text inside quotes: escapes, line breaks, doubled braces.</summary>
internal static class EscapeDecoder
{
    /// <summary>How a text is read.</summary>
    /// <param name="IsRaw">Backslashes stand for themselves.</param>
    /// <param name="IsBytes">The text is of a bytes literal.</param>
    /// <param name="HasDoubledBraces">Two braces stand for one, as in an f-string outside of fields.</param>
    public readonly record struct Mode(bool IsRaw, bool IsBytes, bool HasDoubledBraces);

    /// <summary>The value, or null with CPython's message when an escape is wrong.</summary>
    public static string? Decode(ReadOnlySpan<char> text, Mode mode, out string? error)
    {
        error = null;
        var first = mode.HasDoubledBraces ? text.IndexOfAny("\\\r{}") : text.IndexOfAny('\\', '\r');
        if (first < 0) return text.ToString();
        var value = new StringBuilder(text.Length).Append(text[..first]);
        for (var i = first; i < text.Length;)
        {
            var c = text[i];
            if (c == '\\' && !mode.IsRaw)
            {
                error = DecodeEscape(text, ref i, mode, value);
                if (error is not null) return null;
            }
            else if (c == '\r')
            {
                value.Append('\n');
                i += i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1;
            }
            else
            {
                value.Append(c);
                i += mode.HasDoubledBraces && c is '{' or '}' && i + 1 < text.Length && text[i + 1] == c ? 2 : 1;
            }
        }

        return value.ToString();
    }

    private static string? DecodeEscape(ReadOnlySpan<char> text, ref int i, Mode mode, StringBuilder value)
    {
        var c = i + 1 < text.Length ? text[i + 1] : '\0';
        switch (c)
        {
            case '\n':
                i += 2;
                return null;
            case '\r':
                i += i + 2 < text.Length && text[i + 2] == '\n' ? 3 : 2;
                return null;
            case >= '0' and <= '7':
                AppendOctal(text, ref i, mode, value);
                return null;
            case 'x':
                return AppendHex(text, ref i, 2, mode, value);
            case 'u' when !mode.IsBytes:
                return AppendHex(text, ref i, 4, mode, value);
            case 'U' when !mode.IsBytes:
                return AppendHex(text, ref i, 8, mode, value);
            case 'N' when !mode.IsBytes:
                return AppendNamed(text, ref i, value);
        }

        var simple = SimpleEscape(c);
        if (simple >= 0)
        {
            value.Append((char)simple);
            i += 2;
        }
        else
        {
            // An unknown escape keeps its backslash; CPython only warns.
            value.Append('\\');
            i++;
        }

        return null;
    }

    private static int SimpleEscape(char c) => c switch
    {
        '\\' or '\'' or '"' => c,
        'a' => 7,
        'b' => 8,
        'f' => 12,
        'n' => 10,
        'r' => 13,
        't' => 9,
        'v' => 11,
        _ => -1,
    };

    private static void AppendOctal(ReadOnlySpan<char> text, ref int i, Mode mode, StringBuilder value)
    {
        var number = 0;
        var end = ++i + 3;
        for (; i < end && i < text.Length && text[i] is >= '0' and <= '7'; i++) number = number * 8 + text[i] - '0';
        value.Append((char)(mode.IsBytes ? number & 0xFF : number));
    }

    private static string? AppendHex(ReadOnlySpan<char> text, ref int i, int digits, Mode mode, StringBuilder value)
    {
        var start = i;
        long number = 0;
        var count = 0;
        for (i += 2; count < digits && i < text.Length && char.IsAsciiHexDigit(text[i]); i++, count++)
            number = number * 16 + Convert.ToInt32(text[i].ToString(), 16);
        if (count < digits)
        {
            var shape = digits == 2 ? "\\xXX" : digits == 4 ? "\\uXXXX" : "\\UXXXXXXXX";
            return mode.IsBytes
                ? $"(value error) invalid \\x escape at position {start.ToString(CultureInfo.InvariantCulture)}"
                : UnicodeError(text, start, i, $"truncated {shape} escape");
        }

        if (number > 0x10FFFF) return UnicodeError(text, start, i, "illegal Unicode character");
        if (number > 0xFFFF) value.Append(char.ConvertFromUtf32((int)number));
        else value.Append((char)number);
        return null;
    }

    private static string? AppendNamed(ReadOnlySpan<char> text, ref int i, StringBuilder value)
    {
        var start = i;
        var length = i + 2 < text.Length && text[i + 2] == '{' ? text[(i + 3)..].IndexOf('}') : -1;
        if (length <= 0)
            return UnicodeError(text, start, Math.Min(i + 2, text.Length), "malformed \\N character escape");
        var found = UnicodeNames.Find(text.Slice(i + 3, length));
        i += length + 4;
        if (found is null) return UnicodeError(text, start, i, "unknown Unicode character name");
        value.Append(found);
        return null;
    }

    private static string UnicodeError(ReadOnlySpan<char> text, int start, int end, string reason)
    {
        // CPython counts bytes of a buffer in which a character outside ASCII takes ten.
        var shift = 0;
        foreach (var c in text[..start])
            shift += c >= 0x80 && !char.IsLowSurrogate(c) ? 9 : char.IsLowSurrogate(c) ? -1 : 0;
        var (first, last) =
            ((start + shift).ToString(CultureInfo.InvariantCulture), (end - 1 + shift)
            .ToString(CultureInfo.InvariantCulture));
        return $"(unicode error) 'unicodeescape' codec can't decode bytes in position {first}-{last}: {reason}";
    }
}
