using System.Text;
using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary>Case conversions by Unicode's full mappings.</summary>
internal static class TextCase
{
    private const int CapitalSigma = 0x3a3;

    internal static PyValue Upper(RunContext ctx, PyValue text) =>
        Ascii.IsValid(text.Text)
            ? SameLength(ctx, text, text.Text.ToUpperInvariant())
            : Map(ctx, text.Text, (result, rune, _) => AppendUpper(result, rune));

    internal static PyValue Lower(RunContext ctx, PyValue text) =>
        Ascii.IsValid(text.Text)
            ? SameLength(ctx, text, text.Text.ToLowerInvariant())
            : Map(ctx, text.Text, (result, rune, at) => AppendLower(result, rune, text.Text, at));

    internal static PyValue Fold(RunContext ctx, PyValue text) =>
        Ascii.IsValid(text.Text)
            ? SameLength(ctx, text, text.Text.ToLowerInvariant())
            : Map(ctx, text.Text, (result, rune, _) => AppendFold(result, rune));

    internal static PyValue Capitalize(RunContext ctx, PyValue text) => Map(ctx, text.Text, (result, rune, at) =>
    {
        if (at == 0) AppendTitle(result, rune);
        else AppendLower(result, rune, text.Text, at);
    });

    internal static PyValue Title(RunContext ctx, PyValue text)
    {
        var afterCased = false;
        return Map(ctx, text.Text, (result, rune, at) =>
        {
            if (afterCased) AppendLower(result, rune, text.Text, at);
            else AppendTitle(result, rune);
            afterCased = TextKinds.IsCased(rune);
        });
    }

    internal static PyValue Swap(RunContext ctx, PyValue text) => Map(ctx, text.Text, (result, rune, at) =>
    {
        if (TextKinds.IsUpper(rune)) AppendLower(result, rune, text.Text, at);
        else if (TextKinds.IsLower(rune)) AppendUpper(result, rune);
        else result.Append(rune);
    });

    private static PyValue SameLength(RunContext ctx, PyValue text, string mapped)
    {
        ctx.Tick(mapped.Length >> 8);
        return ctx.Text(mapped, text.Bits);
    }

    private static PyValue Map(RunContext ctx, string text, Action<MeteredText, Rune, int> append)
    {
        var result = new MeteredText(ctx);
        for (var i = 0; i < text.Length;)
        {
            if ((i & 15) == 0) ctx.Step();
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                result.Append(text[i++]);
                continue;
            }
            append(result, rune, i);
            i += rune.Utf16SequenceLength;
        }
        return result.ToValue();
    }

    private static void AppendUpper(MeteredText result, Rune rune)
    {
        if (SpecialCasing.Upper.TryGetValue(rune.Value, out var special)) result.Append(special);
        else result.Append(Rune.ToUpperInvariant(rune));
    }

    private static void AppendTitle(MeteredText result, Rune rune)
    {
        if (SpecialCasing.Title.TryGetValue(rune.Value, out var special)) result.Append(special);
        else AppendUpper(result, rune);
    }

    private static void AppendFold(MeteredText result, Rune rune)
    {
        if (SpecialCasing.Fold.TryGetValue(rune.Value, out var special)) result.Append(special);
        else if (SpecialCasing.Lower.TryGetValue(rune.Value, out var lower)) result.Append(lower);
        else result.Append(Rune.ToLowerInvariant(rune));
    }

    private static void AppendLower(MeteredText result, Rune rune, string text, int at)
    {
        if (rune.Value == CapitalSigma) result.Append(IsFinal(text, at) ? 'ς' : 'σ');
        else if (SpecialCasing.Lower.TryGetValue(rune.Value, out var special)) result.Append(special);
        else result.Append(Rune.ToLowerInvariant(rune));
    }

    // A sigma at the end of a word: a cased letter before it and none behind.
    private static bool IsFinal(string text, int at)
    {
        var i = at - 1;
        while (i >= 0 && Rune.TryGetRuneAt(text, char.IsLowSurrogate(text[i]) && i > 0 ? i - 1 : i, out var before)
            && TextKinds.IsCaseIgnorable(before)) i -= before.Utf16SequenceLength;
        if (i < 0 || !Rune.TryGetRuneAt(text, char.IsLowSurrogate(text[i]) && i > 0 ? i - 1 : i, out var letter)
            || !TextKinds.IsCased(letter)) return false;
        i = at + 1;
        while (i < text.Length && Rune.TryGetRuneAt(text, i, out var after) && TextKinds.IsCaseIgnorable(after))
            i += after.Utf16SequenceLength;
        return i >= text.Length || !Rune.TryGetRuneAt(text, i, out var next) || !TextKinds.IsCased(next);
    }
}
