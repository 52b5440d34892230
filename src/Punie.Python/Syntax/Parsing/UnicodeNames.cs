using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Punie.Python.Syntax.Parsing;

/// <summary>Characters by Unicode name and alias for <c>\N{…}</c>.</summary>
/// <remarks>The names of Unicode 15.1, unpacked when the first one is asked for; eng/make-unicode-names writes the
/// table. Not covered: sequences of several characters, which CPython refuses here too.</remarks>
internal static class UnicodeNames
{
    private const string Ideograph = "CJK UNIFIED IDEOGRAPH-";
    private const string Syllable = "HANGUL SYLLABLE ";
    private const int FirstSyllable = 0xAC00;

    private static readonly Lazy<Dictionary<string, int>> Table = new(Read);

    private static readonly Lazy<Dictionary<int, string>> Names = new(Reverse);

    private static readonly (int First, int Last)[] Ideographs =
    [
        (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2A6DF), (0x2A700, 0x2B739), (0x2B740, 0x2B81D),
        (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0), (0x2EBF0, 0x2EE5D), (0x30000, 0x3134A), (0x31350, 0x323AF),
    ];

    private static readonly string[] Leads =
        ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];

    private static readonly string[] Vowels =
    [
        "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU",
        "EU", "YI", "I",
    ];

    private static readonly string[] Tails =
    [
        "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S",
        "SS",
        "NG", "J", "C", "K", "T", "P", "H",
    ];

    /// <summary>The character with a name in any case, or null when there is none.</summary>
    public static string? Find(ReadOnlySpan<char> name)
    {
        var text = name.ToString().ToUpperInvariant();
        var value = text.StartsWith(Ideograph, StringComparison.Ordinal) ? FindIdeograph(text.AsSpan(Ideograph.Length))
            : text.StartsWith(Syllable, StringComparison.Ordinal) ? FindSyllable(text.AsSpan(Syllable.Length))
            : Table.Value.GetValueOrDefault(text, -1);
        return value < 0 ? null : char.ConvertFromUtf32(value);
    }

    /// <summary>The name of a character; null for control characters and what is not assigned.</summary>
    public static string? NameOf(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate) return null;
        if (Array.Exists(Ideographs, r => rune.Value >= r.First && rune.Value <= r.Last))
            return Ideograph + rune.Value.ToString("X4", CultureInfo.InvariantCulture);
        var syllable = rune.Value - FirstSyllable;
        if (syllable >= 0 && syllable < Leads.Length * Vowels.Length * Tails.Length)
            return Syllable + Leads[syllable / Tails.Length / Vowels.Length]
                + Vowels[syllable / Tails.Length % Vowels.Length] + Tails[syllable % Tails.Length];
        return Names.Value.GetValueOrDefault(rune.Value);
    }

    // The first name of a character in the table is its own; the others are aliases.
    private static Dictionary<int, string> Reverse()
    {
        var names = new Dictionary<int, string>();
        foreach (var (name, value) in Table.Value) names.TryAdd(value, name);
        return names;
    }

    private static int FindIdeograph(ReadOnlySpan<char> digits) =>
        digits.Length is 4 or 5
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
        && Array.Exists(Ideographs, r => value >= r.First && value <= r.Last) ? value : -1;

    private static int FindSyllable(ReadOnlySpan<char> name)
    {
        var lead = Longest(Leads, ref name);
        var vowel = Longest(Vowels, ref name);
        var tail = Longest(Tails, ref name);
        return lead < 0 || vowel < 0 || tail < 0 || name.Length > 0
            ? -1 : FirstSyllable + (lead * Vowels.Length + vowel) * Tails.Length + tail;
    }

    // The longest part that the name starts with, taken off it.
    private static int Longest(string[] parts, ref ReadOnlySpan<char> name)
    {
        var found = -1;
        for (var i = 0; i < parts.Length; i++)
        {
            if (name.StartsWith(parts[i], StringComparison.Ordinal)
                && (found < 0 || parts[i].Length > parts[found].Length)) found = i;
        }

        if (found >= 0) name = name[parts[found].Length..];
        return found;
    }

    private static Dictionary<string, int> Read()
    {
        using var packed = typeof(UnicodeNames).Assembly.GetManifestResourceStream("unicode-names.bin")!;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unpacked.CopyTo(bytes);
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var code = -1;
        foreach (var line in Encoding.ASCII.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)).AsSpan()
            .EnumerateLines())
        {
            var mark = line.IndexOf(';');
            code += mark == 0
                ? 1
                : int.Parse(line[..mark], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            names[line[(mark + 1)..].ToString()] = code;
        }

        return names;
    }
}
