using System.Globalization;
using System.Text;

namespace Punie.Chat.Formats.Replies;

/// <summary>Reads one Python or JSON string literal.</summary>
/// <remarks>Not covered: <c>\N{…}</c> names, bytes and f-strings.</remarks>
internal static class PythonString
{
    /// <summary>The value of the literal at <paramref name="at"/>; null when there is none or it does not
    /// end.</summary>
    public static string? Read(string text, int at, out int end)
    {
        end = at;
        var isRaw = at < text.Length && text[at] is 'r' or 'R';
        if (isRaw) at++;
        if (at >= text.Length || text[at] is not ('"' or '\'')) return null;
        var quote = text[at].ToString();
        var triple = new string(text[at], 3);
        if (Markup.StartsWith(text, at, triple)) quote = triple;

        var value = new StringBuilder();
        for (at += quote.Length; at < text.Length;)
        {
            if (Markup.StartsWith(text, at, quote))
            {
                end = at + quote.Length;
                return value.ToString();
            }

            // A model may leave line ends in a one-line string; the meaning is clear.
            if (text[at] != '\\' || at + 1 >= text.Length) value.Append(text[at++]);
            else if (isRaw) value.Append(text[at++]).Append(text[at++]);
            else at = Unescape(text, at + 1, value);
        }

        return null;
    }

    // Takes the character behind a backslash and gives the offset behind the escape.
    private static int Unescape(string text, int at, StringBuilder value)
    {
        var c = text[at];
        var digits = c switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0) return UnescapeNumber(text, at, digits, value);
        var plain = c switch
        {
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            'a' => "\a",
            'b' => "\b",
            'f' => "\f",
            'v' => "\v",
            '0' => "\0",
            '\n' => "",
            '\\' or '\'' or '"' or '/' => c.ToString(),
            _ => $"\\{c}",
        };
        value.Append(plain);
        return at + 1;
    }

    private static int UnescapeNumber(string text, int at, int digits, StringBuilder value)
    {
        var end = Math.Min(at + 1 + digits, text.Length);
        var hex = text.AsSpan(at + 1, end - at - 1);
        if (!int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code is < 0 or > 0x10FFFF)
        {
            value.Append('\\').Append(text[at]);
            return at + 1;
        }

        // JSON writes characters outside the basic plane as two halves, so a half is kept as it is.
        if (code <= 0xFFFF) value.Append((char)code);
        else value.Append(char.ConvertFromUtf32(code));
        return end;
    }
}
