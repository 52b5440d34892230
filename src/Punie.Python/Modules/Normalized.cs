using System.Globalization;
using System.Text;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules;

/// <summary>Text in a normal form of Unicode, also where .NET refuses it or takes quadratic time.</summary>
internal static class Normalized
{
    // Measured, on the slow side: .NET brings each mark to its place by walking back over those before it.
    private const double NanosecondsForPair = 4;

    internal static string Of(RunContext ctx, string text, NormalizationForm form)
    {
        double marks = LongestRunOfMarks(text);
        return BigWork.Run(ctx, marks * marks * NanosecondsForPair, () => InParts(text, form));
    }

    // Lone surrogates and U+FFFE are refused by .NET; nothing combines across them.
    private static string InParts(string text, NormalizationForm form)
    {
        StringBuilder? result = null;
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPair(text, i)) i++;
            else if (text[i] == '\ufffe' || char.IsSurrogate(text[i]))
            {
                (result ??= new StringBuilder()).Append(text[from..i].Normalize(form)).Append(text[i]);
                from = i + 1;
            }
        }
        return result is null ? text.Normalize(form) : result.Append(text[from..].Normalize(form)).ToString();
    }

    private static int LongestRunOfMarks(string text)
    {
        var (longest, run) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            run = IsMark(CharUnicodeInfo.GetUnicodeCategory(text, i)) ? run + 1 : 0;
            longest = Math.Max(longest, run);
            if (IsPair(text, i)) i++;
        }
        return longest;
    }

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark;

    private static bool IsPair(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
}
