using System.Globalization;
using System.Text;

namespace Punie.Python.Sandbox.Runtime;

/// <summary><c>repr</c> of text and bytes.</summary>
internal static class StringText
{
    private const int Chunk = 4096;

    /// <summary>As <see cref="Repr(string, bool)"/>, counted: text may be as long as memory allows.</summary>
    internal static string Repr(RunContext ctx, string text, bool ascii = false)
    {
        if (text.Length <= Chunk) return Repr(text, ascii);
        ctx.Meter.Reserve(2L * text.Length);
        var quote = QuoteOf(text);
        var result = new StringBuilder(text.Length + 8).Append(quote);
        for (var i = 0; i < text.Length;)
        {
            ctx.Tick(Chunk >> 6);
            i = AppendEscaped(result, text, i, Math.Min(text.Length, i + Chunk), (quote, ascii));
        }
        return result.Append(quote).ToString();
    }

    internal static string Repr(string text, bool ascii = false)
    {
        var quote = QuoteOf(text);
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 && !text.Contains('\\', StringComparison.Ordinal)
            && (quote == '"' || !text.Contains('\'', StringComparison.Ordinal)))
            return string.Concat(quote.ToString(), text, quote.ToString());
        var result = new StringBuilder(text.Length + 8).Append(quote);
        AppendEscaped(result, text, 0, text.Length, (quote, ascii));
        return result.Append(quote).ToString();
    }

    private static char QuoteOf(string text) =>
        text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';

    // Returns where the next part begins: a surrogate pair is not cut.
    private static int AppendEscaped(StringBuilder result, string text, int from, int to,
        (char Quote, bool Ascii) style)
    {
        var i = from;
        for (; i < to; i++)
        {
            if (text[i] == style.Quote || text[i] == '\\') result.Append('\\').Append(text[i]);
            else if (text[i] is >= ' ' and <= '~') result.Append(text[i]);
            else i += AppendUnusual(result, text, i, style.Ascii);
        }
        return i;
    }

    /// <summary>What <c>ascii()</c> makes of a <c>repr</c>.</summary>
    internal static string Ascii(string repr)
    {
        if (repr.AsSpan().IndexOfAnyExceptInRange('\0', '\x7f') < 0) return repr;
        var result = new StringBuilder(repr.Length + 16);
        for (var i = 0; i < repr.Length; i++)
        {
            if (repr[i] < 128) result.Append(repr[i]);
            else i += AppendUnusual(result, repr, i, ascii: true);
        }
        return result.ToString();
    }

    /// <summary>As <see cref="ReprBytes(ReadOnlySpan{byte})"/>, counted.</summary>
    internal static string ReprBytes(RunContext ctx, ReadOnlySpan<byte> value)
    {
        if (value.Length > Chunk) ctx.Meter.Reserve(2L * value.Length);
        ctx.Tick(value.Length >> 6);
        return ReprBytes(value);
    }

    internal static string ReprBytes(ReadOnlySpan<byte> value)
    {
        var quote = value.Contains((byte)'\'') && !value.Contains((byte)'"') ? '"' : '\'';
        var result = new StringBuilder(value.Length + 8).Append('b').Append(quote);
        foreach (var b in value)
        {
            if (b == quote || b == '\\') result.Append('\\').Append((char)b);
            else if (b is >= 32 and < 127) result.Append((char)b);
            else result.Append(b switch { 9 => "\\t", 10 => "\\n", 13 => "\\r", _ => $"\\x{b:x2}" });
        }
        return result.Append(quote).ToString();
    }

    /// <summary>True where <c>repr</c> shows the code point as it is.</summary>
    internal static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or
            UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator =>
                false,
        UnicodeCategory.SpaceSeparator => rune.Value == ' ',
        _ => true,
    };

    // Returns how many further units were used.
    private static int AppendUnusual(StringBuilder result, string text, int index, bool ascii)
    {
        var unit = text[index];
        if (unit is '\t' or '\n' or '\r')
        {
            result.Append(unit switch { '\t' => "\\t", '\n' => "\\n", _ => "\\r" });
            return 0;
        }
        if (!Rune.TryGetRuneAt(text, index, out var rune))
        {
            result.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            return 0;
        }
        if (!ascii && IsPrintable(rune)) result.Append(rune);
        else if (rune.Value < 256) result.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}");
        else if (rune.Value < 65536) result.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        else result.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
        return rune.Utf16SequenceLength - 1;
    }
}

/// <summary><c>repr</c> of floats: the shortest digits that read back the same.</summary>
internal static class FloatText
{
    internal static string Repr(double value)
    {
        if (double.IsNaN(value)) return "nan";
        if (double.IsInfinity(value)) return value > 0 ? "inf" : "-inf";
        if (value == 0) return double.IsNegative(value) ? "-0.0" : "0.0";
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var magnitude = Math.Abs(value);
        if (magnitude is >= 1e-4 and < 1e16 && !shortest.Contains('E', StringComparison.Ordinal))
            return shortest.Contains('.', StringComparison.Ordinal) ? shortest : shortest + ".0";
        return magnitude is >= 1e-4 and < 1e16 ? Plain(shortest) : Scientific(shortest);
    }

    /// <summary>Significant digits and decimal exponent of a finite number: value = 0.d1d2… × 10^point.</summary>
    internal static (string Digits, int Point) Decompose(string shortest)
    {
        var text = shortest.TrimStart('-');
        var exponent = 0;
        var e = text.IndexOf('E', StringComparison.Ordinal);
        if (e >= 0)
        {
            exponent = int.Parse(text.AsSpan(e + 1), CultureInfo.InvariantCulture);
            text = text[..e];
        }
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var point = (dot < 0 ? text.Length : dot) + exponent;
        var digits = text.Replace(".", "", StringComparison.Ordinal);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits[leading..].TrimEnd('0'), point - leading);
    }

    private static string Plain(string shortest)
    {
        var (digits, point) = Decompose(shortest);
        var sign = shortest[0] == '-' ? "-" : "";
        if (point <= 0) return $"{sign}0.{new string('0', -point)}{digits}";
        return point >= digits.Length
            ? $"{sign}{digits.PadRight(point, '0')}.0"
            : $"{sign}{digits[..point]}.{digits[point..]}";
    }

    private static string Scientific(string shortest)
    {
        var (digits, point) = Decompose(shortest);
        var sign = shortest[0] == '-' ? "-" : "";
        var exponent = point - 1;
        var mantissa = digits.Length > 1 ? $"{digits[0]}.{digits[1..]}" : digits;
        return string.Create(CultureInfo.InvariantCulture,
            $"{sign}{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }
}
