using System.Globalization;
using System.Text;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary>What kind of character a code point is, in Python's sense.</summary>
internal static class TextKinds
{
    internal static bool IsSpace(char unit) => unit switch
    {
        ' ' or (>= '\t' and <= '\r') or (>= '\x1c' and <= '\x1f') or '\x85' or '\xa0' or '\u1680' => true,
        (>= '\u2000' and <= '\u200a') or '\u2028' or '\u2029' or '\u202f' or '\u205f' or '\u3000' => true,
        _ => false,
    };

    internal static bool IsSpace(Rune rune) => rune.IsBmp && IsSpace((char)rune.Value);

    internal static bool IsLineBreak(char unit) =>
        unit is '\n' or '\r' or '\v' or '\f' or '\x1c' or '\x1d' or '\x1e' or '\x85' or '\u2028' or '\u2029';

    internal static bool IsAlpha(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter;

    internal static bool IsDecimal(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;

    /// <summary>Decimal digits and those with a digit value, as superscripts.</summary>
    internal static bool IsDigit(Rune rune)
    {
        if (IsDecimal(rune)) return true;
        return rune.Value is 0xb2 or 0xb3 or 0xb9 or (>= 0x1369 and <= 0x1371) or 0x19da or 0x2070
            or (>= 0x2074 and <= 0x2079) or (>= 0x2080 and <= 0x2089)
            or (>= 0x2460 and <= 0x2468) or (>= 0x2474 and <= 0x247c) or (>= 0x2488 and <= 0x2490) or 0x24ea
                or (>= 0x24f5 and <= 0x24fd) or 0x24ff
            or (>= 0x2776 and <= 0x277e) or (>= 0x2780 and <= 0x2788) or (>= 0x278a and <= 0x2792)
                or (>= 0x10a40 and <= 0x10a43)
            or (>= 0x10e60 and <= 0x10e68) or (>= 0x11052 and <= 0x1105a) or (>= 0x1f100 and <= 0x1f10a);
    }

    internal static bool IsNumeric(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
        UnicodeCategory.OtherLetter => Rune.GetNumericValue(rune) >= 0 || IsNumericIdeograph(rune.Value),
        _ => false,
    };

    internal static bool IsUpper(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.UppercaseLetter
        || rune.Value is (>= 0x2160 and <= 0x216f) or (>= 0x24b6 and <= 0x24cf)
        or (>= 0x1f130 and <= 0x1f149) or (>= 0x1f150 and <= 0x1f169) or (>= 0x1f170 and <= 0x1f189);

    internal static bool IsLower(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.LowercaseLetter
        || rune.Value is 0xaa or 0xba or (>= 0x2b0 and <= 0x2b8) or 0x2c0 or 0x2c1
        or (>= 0x2e0 and <= 0x2e4) or 0x345 or 0x37a or (>= 0x1d2c and <= 0x1d6a) or 0x1d78
            or (>= 0x1d9b and <= 0x1dbf) or 0x2071 or 0x207f or (>= 0x2090 and <= 0x209c)
        or (>= 0x2170 and <= 0x217f) or (>= 0x24d0 and <= 0x24e9) or 0x2c7c or 0x2c7d or 0xa69c or 0xa69d or 0xa770
            or 0xa7f8 or 0xa7f9 or (>= 0xab5c and <= 0xab5f);

    internal static bool IsTitle(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.TitlecaseLetter;

    internal static bool IsCased(Rune rune) => IsUpper(rune) || IsLower(rune) || IsTitle(rune);

    /// <summary>Characters that the rule for the final sigma looks through.</summary>
    internal static bool IsCaseIgnorable(Rune rune) =>
        rune.Value is '\'' or '.' or ':' or '^' or '`' or 0xa8 or 0xad or 0xaf or 0xb4 or 0xb7 or 0xb8 or 0x2019
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format
            or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;

    internal static bool IsPrintable(Rune rune) => StringText.IsPrintable(rune);

    internal static bool IsIdentifierStart(Rune rune) => rune.Value is '_' or 0x2118 or 0x212e or 0x309b or 0x309c
        || IsAlpha(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber;

    internal static bool IsIdentifierPart(Rune rune) => IsIdentifierStart(rune) || rune.Value is 0xb7 or 0x387
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.ConnectorPunctuation;

    // Chinese numerals have a numeric value in Python's tables.
    private static bool IsNumericIdeograph(int value) =>
        value is 0x3007 or 0x4e00 or 0x4e03 or 0x4e07 or 0x4e09 or 0x4e24 or 0x4e5d or 0x4e8c or 0x4e94
        or 0x4ebf or 0x516b or 0x516d or 0x5341 or 0x5343 or 0x56db or 0x767e or 0x96f6 or 0x842c or 0x5146 or 0x5104
            or 0x5efe or 0x5f0c or 0x58f1;
}
