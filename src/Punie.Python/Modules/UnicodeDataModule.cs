using System.Globalization;
using System.Text;
using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Parsing;

namespace Punie.Python.Modules;

/// <summary><c>unicodedata</c>, over the tables of .NET and the names that the parser knows.</summary>
internal static class UnicodeDataModule
{
    private static readonly NativeFunction[] Functions =
    [
        new("normalize", "form, unistr, /", Normalize),
        new("is_normalized", "form, unistr, /", (ctx, a) => PyValue.Bool(Normalize(ctx, a).Text == ctx.Str(a[1]))),
        new("category", "chr, /", (ctx, a) => PyValue.Str(Category(One(ctx, a[0], "category")))),
        new("name", "chr, default=?, /", Name),
        new("lookup", "name, /", Lookup),
        new("combining", "chr, /", (ctx, a) => PyValue.Int(CombiningClass(One(ctx, a[0], "combining")))),
        new("numeric", "chr, default=?, /", (ctx, a) =>
            CharUnicodeInfo.GetNumericValue(One(ctx, a[0], "numeric").ToString(), 0) is >= 0 and var value
            ? PyValue.Float(value)
            : Otherwise(ctx, a[1], "not a numeric character")),
        new("digit", "chr, default=?, /", (ctx, a) =>
            CharUnicodeInfo.GetDigitValue(One(ctx, a[0], "digit").ToString(), 0) is >= 0 and var value
            ? PyValue.Int(value)
            : Otherwise(ctx, a[1], "not a digit")),
        new("decimal", "chr, default=?, /", (ctx, a) =>
            CharUnicodeInfo.GetDecimalDigitValue(One(ctx, a[0], "decimal").ToString(), 0) is >= 0 and var value
            ? PyValue.Int(value)
            : Otherwise(ctx, a[1], "not a decimal")),
        new("bidirectional", "chr, /", (ctx, a) => PyValue.Str(Direction(One(ctx, a[0], "bidirectional")))),
        new("mirrored", "chr, /", (ctx, a) =>
            PyValue.Int(Rune.GetUnicodeCategory(One(ctx, a[0], "mirrored")) is UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation ? 1 : a[0].Ref is "<" or ">" ? 1 : 0)),
        new("east_asian_width", "chr, /", (ctx, a) => PyValue.Str(Width(One(ctx, a[0], "east_asian_width")))),
    ];

    internal static PyModule Load(RunContext ctx) =>
        NativeModule.Make("unicodedata", Functions, ("unidata_version", PyValue.Str("15.1.0")));

    private static Rune One(RunContext ctx, PyValue value, string function)
    {
        if (ctx.Unwrap(value).Ref is not string text)
            throw ctx.TypeError($"{function}() argument must be a unicode character, not {value.TypeName}");
        var status = Rune.DecodeFromUtf16(text, out var rune, out var taken);
        if (taken != text.Length || text.Length == 0)
            throw ctx.TypeError($"{function}() argument must be a unicode character, not str");
        return status == System.Buffers.OperationStatus.Done ? rune : Rune.ReplacementChar;
    }

    private static PyValue Normalize(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var text = Given.Text(ctx, a[1], $"normalize() argument 2 must be str, not {a[1].TypeName}");
        var form = ctx.Str(a[0]) switch
        {
            "NFC" => NormalizationForm.FormC,
            "NFD" => NormalizationForm.FormD,
            "NFKC" => NormalizationForm.FormKC,
            "NFKD" => NormalizationForm.FormKD,
            _ => throw ctx.ValueError("invalid normalization form"),
        };
        // One character becomes at most 18.
        ctx.Meter.Reserve(36L * text.Length);
        ctx.Tick(text.Length);
        return ctx.Text(Normalized.Of(ctx, text, form));
    }

    private static string Category(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter => "Lu",
        UnicodeCategory.LowercaseLetter => "Ll",
        UnicodeCategory.TitlecaseLetter => "Lt",
        UnicodeCategory.ModifierLetter => "Lm",
        UnicodeCategory.OtherLetter => "Lo",
        UnicodeCategory.NonSpacingMark => "Mn",
        UnicodeCategory.SpacingCombiningMark => "Mc",
        UnicodeCategory.EnclosingMark => "Me",
        UnicodeCategory.DecimalDigitNumber => "Nd",
        UnicodeCategory.LetterNumber => "Nl",
        UnicodeCategory.OtherNumber => "No",
        UnicodeCategory.SpaceSeparator => "Zs",
        UnicodeCategory.LineSeparator => "Zl",
        UnicodeCategory.ParagraphSeparator => "Zp",
        UnicodeCategory.Control => "Cc",
        UnicodeCategory.Format => "Cf",
        UnicodeCategory.Surrogate => "Cs",
        UnicodeCategory.PrivateUse => "Co",
        UnicodeCategory.ConnectorPunctuation => "Pc",
        UnicodeCategory.DashPunctuation => "Pd",
        UnicodeCategory.OpenPunctuation => "Ps",
        UnicodeCategory.ClosePunctuation => "Pe",
        UnicodeCategory.InitialQuotePunctuation => "Pi",
        UnicodeCategory.FinalQuotePunctuation => "Pf",
        UnicodeCategory.OtherPunctuation => "Po",
        UnicodeCategory.MathSymbol => "Sm",
        UnicodeCategory.CurrencySymbol => "Sc",
        UnicodeCategory.ModifierSymbol => "Sk",
        UnicodeCategory.OtherSymbol => "So",
        _ => "Cn",
    };

    private static PyValue Name(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var rune = One(ctx, a[0], "name");
        return UnicodeNames.NameOf(rune) is { } name ? PyValue.Str(name) : Otherwise(ctx, a[1], "no such name");
    }

    private static PyValue Lookup(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var name = Given.Text(ctx, a[0], $"lookup() argument must be str, not {a[0].TypeName}");
        return UnicodeNames.Find(name) is { } found
            ? ctx.Text(found)
            : throw ctx.KeyError(ctx.Text($"undefined character name '{name}'"));
    }

    private static PyValue Otherwise(RunContext ctx, PyValue given, string message) =>
        given.IsUnbound ? throw ctx.ValueError(message) : given;

    // The class is not in .NET's tables: marks above, the common case, and the marks below of the Latin block.
    private static int CombiningClass(Rune rune) =>
        Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark ? 0 : rune.Value switch
        {
            (>= 0x316 and <= 0x319) or (>= 0x31C and <= 0x320) or (>= 0x323 and <= 0x326) or (>= 0x329 and <= 0x333) => 220,
            0x327 or 0x328 => 202,
            0x31B => 216,
            _ => 230,
        };

    // The classes of text in rows from left to right, and letters from right to left.
    private static string Direction(Rune rune) => rune.Value switch
    {
        (>= 0x590 and <= 0x5FF) or (>= 0x7C0 and <= 0x85F) => "R",
        (>= 0x600 and <= 0x7BF) or (>= 0x860 and <= 0x8FF) => "AL",
        ' ' => "WS",
        '\n' or '\r' => "B",
        '\t' => "S",
        '+' or '-' => "ES",
        ',' or '.' or ':' or '/' => "CS",
        '#' or '$' or '%' => "ET",
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.DecimalDigitNumber when rune.IsAscii => "EN",
            UnicodeCategory.NonSpacingMark => "NSM",
            _ when Rune.IsLetter(rune) => "L",
            UnicodeCategory.Control => "BN",
            _ => "ON",
        },
    };

    private static string Width(Rune rune) => rune.Value switch
    {
        >= 0x20 and <= 0x7E => "Na",
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x33FF)
            or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xA000 and <= 0xA4CF)
            or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F)
                or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD) => "W",
        (>= 0xFF01 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) => "F",
        >= 0xFF61 and <= 0xFFDC => "H",
        (>= 0x391 and <= 0x3C9) or (>= 0x410 and <= 0x44F) or (>= 0x2500 and <= 0x257F) or 0xB0 or 0xB1 or 0xD7
            or 0xF7 => "A",
        _ => "N",
    };
}
