using System.Globalization;
using System.Text;

namespace Punie.Python.Syntax.Tokens;

/// <summary>Which characters make names and numbers.</summary>
internal static class CharClass
{
    /// <summary>An ASCII letter, an underscore or anything outside ASCII.</summary>
    public static bool MayStartName(char c) => (uint)((c | 0x20) - 'a') < 26 || c == '_' || c >= 0x80;

    /// <summary>An ASCII letter, digit or underscore.</summary>
    public static bool IsAsciiNamePart(char c) =>
        (uint)((c | 0x20) - 'a') < 26 || (uint)(c - '0') < 10 || c == '_';

    /// <summary>0 to 9.</summary>
    public static bool IsDigit(char c) => (uint)(c - '0') < 10;

    /// <summary>
    /// Length of the XID_Start or XID_Continue character at an offset in UTF-16 units; 0 when it is neither.
    /// </summary>
    public static int NamePartLength(string text, int offset, bool isFirst)
    {
        if (!Rune.TryGetRuneAt(text, offset, out var rune)) return 0;
        var isPart = Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
                => rune.Value is not (0x037A or 0x0E33 or 0x0EB3 or 0x2E2F)
                    || (!isFirst && rune.Value is not (0x037A or 0x2E2F)),
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation =>
                    !isFirst || rune.Value == '_',
            _ => IsOtherNamePart(rune.Value, isFirst),
        };
        return isPart ? rune.Utf16SequenceLength : 0;
    }

    // Unicode's Other_ID_Start and Other_ID_Continue, which keep old names valid.
    private static bool IsOtherNamePart(int value, bool isFirst) =>
        value is 0x1885 or 0x1886 or 0x2118 or 0x212E or 0x309B or 0x309C
        || (!isFirst && value is 0x00B7 or 0x0387 or (>= 0x1369 and <= 0x1371) or 0x19DA);
}
