using System.Globalization;

namespace Punie.Python.Syntax.Parsing;

/// <summary>Characters by Unicode name for <c>\N{…}</c>.</summary>
/// <remarks>Not covered: most names. .NET has no table of them; the ones here are letters of Latin and Greek,
/// ideographs by number and the signs that programs name most.</remarks>
internal static class UnicodeNames
{
    private static readonly Dictionary<string, string> Signs = ToTable(
    [
        ("SPACE", " "), ("EN SPACE", "\u2002"), ("EM SPACE", "\u2003"), ("NO-BREAK SPACE", "\u00A0"), ("NBSP", "\u00A0"), ("SOFT HYPHEN", "\u00AD"),
        ("EXCLAMATION MARK", "!"), ("QUOTATION MARK", "\""), ("NUMBER SIGN", "#"), ("DOLLAR SIGN", "$"),
        ("PERCENT SIGN", "%"), ("AMPERSAND", "&"), ("APOSTROPHE", "'"), ("LEFT PARENTHESIS", "("),
        ("RIGHT PARENTHESIS", ")"), ("ASTERISK", "*"), ("PLUS SIGN", "+"), ("COMMA", ","), ("HYPHEN-MINUS", "-"),
        ("FULL STOP", "."), ("SOLIDUS", "/"), ("COLON", ":"), ("SEMICOLON", ";"), ("LESS-THAN SIGN", "<"),
        ("EQUALS SIGN", "="), ("GREATER-THAN SIGN", ">"), ("QUESTION MARK", "?"), ("COMMERCIAL AT", "@"),
        ("LEFT SQUARE BRACKET", "["), ("REVERSE SOLIDUS", "\\"), ("RIGHT SQUARE BRACKET", "]"),
        ("CIRCUMFLEX ACCENT", "^"), ("LOW LINE", "_"), ("GRAVE ACCENT", "`"), ("LEFT CURLY BRACKET", "{"),
        ("VERTICAL LINE", "|"), ("RIGHT CURLY BRACKET", "}"), ("TILDE", "~"), ("CENT SIGN", "¢"),
        ("POUND SIGN", "£"), ("YEN SIGN", "¥"), ("EURO SIGN", "€"), ("SECTION SIGN", "§"), ("COPYRIGHT SIGN", "©"),
        ("REGISTERED SIGN", "®"), ("TRADE MARK SIGN", "™"), ("DEGREE SIGN", "°"), ("PLUS-MINUS SIGN", "±"),
        ("MICRO SIGN", "µ"), ("PILCROW SIGN", "¶"), ("MIDDLE DOT", "·"), ("MULTIPLICATION SIGN", "×"),
        ("DIVISION SIGN", "÷"), ("LEFT-POINTING DOUBLE ANGLE QUOTATION MARK", "«"),
        ("RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK", "»"), ("EN DASH", "–"), ("EM DASH", "—"),
        ("LEFT SINGLE QUOTATION MARK", "‘"), ("RIGHT SINGLE QUOTATION MARK", "’"),
        ("LEFT DOUBLE QUOTATION MARK", "“"), ("RIGHT DOUBLE QUOTATION MARK", "”"), ("BULLET", "•"),
        ("HORIZONTAL ELLIPSIS", "…"), ("INFINITY", "∞"), ("CHECK MARK", "✓"), ("HEAVY CHECK MARK", "✔"),
        ("BALLOT X", "✗"), ("HEAVY BALLOT X", "✘"), ("WHITE HEAVY CHECK MARK", "✅"), ("CROSS MARK", "❌"),
        ("WARNING SIGN", "⚠"), ("BLACK STAR", "★"), ("WHITE STAR", "☆"), ("SNOWMAN", "☃"), ("BLACK HEART SUIT", "♥"),
        ("LEFTWARDS ARROW", "←"), ("UPWARDS ARROW", "↑"), ("RIGHTWARDS ARROW", "→"), ("DOWNWARDS ARROW", "↓"),
        ("LESS-THAN OR EQUAL TO", "≤"), ("GREATER-THAN OR EQUAL TO", "≥"), ("NOT EQUAL TO", "≠"),
        ("ALMOST EQUAL TO", "≈"), ("SQUARE ROOT", "√"), ("N-ARY SUMMATION", "∑"), ("FULL BLOCK", "█"),
        ("REPLACEMENT CHARACTER", "\uFFFD"), ("ZERO WIDTH SPACE", "\u200B"), ("ZERO WIDTH JOINER", "\u200D"),
        ("BYTE ORDER MARK", "\uFEFF"), ("GRINNING FACE", "😀"), ("PILE OF POO", "💩"), ("ROCKET", "🚀"), ("SNAKE", "🐍"),
        ("LINE FEED", "\n"), ("CARRIAGE RETURN", "\r"), ("CHARACTER TABULATION", "\t"), ("NULL", "\0"),
        ("DIGIT ZERO", "0"), ("DIGIT ONE", "1"), ("DIGIT TWO", "2"), ("DIGIT THREE", "3"), ("DIGIT FOUR", "4"),
        ("DIGIT FIVE", "5"), ("DIGIT SIX", "6"), ("DIGIT SEVEN", "7"), ("DIGIT EIGHT", "8"), ("DIGIT NINE", "9"),
    ]);

    private static readonly Dictionary<string, string> Marks = ToTable(
    [
        ("GRAVE", "\u0300"), ("ACUTE", "\u0301"), ("CIRCUMFLEX", "\u0302"), ("TILDE", "\u0303"), ("MACRON", "\u0304"),
        ("BREVE", "\u0306"), ("DOT ABOVE", "\u0307"), ("DIAERESIS", "\u0308"), ("RING ABOVE", "\u030A"),
        ("DOUBLE ACUTE", "\u030B"), ("CARON", "\u030C"), ("CEDILLA", "\u0327"), ("OGONEK", "\u0328"),
    ]);

    // In code point order from alpha and from Alpha; the empty entry is final sigma's place among the capitals.
    private static readonly string[] Greek =
    [
        "ALPHA", "BETA", "GAMMA", "DELTA", "EPSILON", "ZETA", "ETA", "THETA", "IOTA", "KAPPA", "LAMDA", "MU", "NU", "XI",
        "OMICRON", "PI", "RHO", "FINAL SIGMA", "SIGMA", "TAU", "UPSILON", "PHI", "CHI", "PSI", "OMEGA",
    ];

    private static Dictionary<string, string> ToTable((string Name, string Text)[] rows) =>
        rows.ToDictionary(r => r.Name, r => r.Text, StringComparer.Ordinal);

    /// <summary>The character with a name, or null when the name is not in the tables.</summary>
    public static string? Find(ReadOnlySpan<char> name)
    {
        var text = name.ToString().ToUpperInvariant();
        if (Signs.TryGetValue(text, out var sign)) return sign;
        return FindIdeograph(text) ?? FindLetter(text, "LATIN ", Latin) ?? FindLetter(text, "GREEK ", GreekLetter);
    }

    private static string? FindIdeograph(string name)
    {
        const string Prefix = "CJK UNIFIED IDEOGRAPH-";
        return name.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
            && value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x323AF)
            ? char.ConvertFromUtf32(value) : null;
    }

    private static string? FindLetter(string name, string script, Func<string, bool, string?> letter)
    {
        if (!name.StartsWith(script, StringComparison.Ordinal)) return null;
        var rest = name.AsSpan(script.Length);
        var isSmall = rest.StartsWith("SMALL LETTER ", StringComparison.Ordinal);
        if (!isSmall && !rest.StartsWith("CAPITAL LETTER ", StringComparison.Ordinal)) return null;
        return letter(rest[(isSmall ? 13 : 15)..].ToString(), isSmall);
    }

    private static string? GreekLetter(string name, bool isSmall)
    {
        var index = Array.IndexOf(Greek, name);
        return index < 0 || (!isSmall && index == 17) ? null : ((char)((isSmall ? 0x3B1 : 0x391) + index)).ToString();
    }

    private static string? Latin(string name, bool isSmall)
    {
        var with = name.IndexOf(" WITH ", StringComparison.Ordinal);
        var letter = with < 0 ? name : name[..with];
        var plain = letter switch { "SHARP S" => "ß", "AE" => "Æ", _ => letter };
        if (plain.Length != 1) return null;
        var text = isSmall ? plain.ToLowerInvariant() : plain;
        if (with < 0) return text;
        if (name[(with + 6)..] == "STROKE") return text switch { "o" => "ø", "O" => "Ø", "l" => "ł", "L" => "Ł", _ => null };
        if (!Marks.TryGetValue(name[(with + 6)..], out var mark)) return null;
        var composed = (text + mark).Normalize();
        return composed.Length == 1 ? composed : null;
    }
}
