using System.Text;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Methods;

/// <summary>Methods of <c>str</c> that ask what characters it has.</summary>
internal static class StrKinds
{
    internal static void Define() => Types.Str.Define(
        new NativeFunction("isalnum", "self, /", (ctx, a) =>
            All(ctx, a[0].Text, r => TextKinds.IsAlpha(r) || TextKinds.IsDigit(r) || TextKinds.IsNumeric(r))),
        new NativeFunction("isalpha", "self, /", (ctx, a) => All(ctx, a[0].Text, TextKinds.IsAlpha)),
        new NativeFunction("isascii", "self, /", (_, a) => PyValue.Bool(Ascii.IsValid(a[0].Text))),
        new NativeFunction("isdecimal", "self, /", (ctx, a) => All(ctx, a[0].Text, TextKinds.IsDecimal)),
        new NativeFunction("isdigit", "self, /", (ctx, a) => All(ctx, a[0].Text, TextKinds.IsDigit)),
        new NativeFunction("isidentifier", "self, /", (ctx, a) => PyValue.Bool(IsIdentifier(ctx, a[0].Text))),
        new NativeFunction("islower", "self, /", (ctx, a) => PyValue.Bool(HasCase(ctx, a[0].Text, upper: false))),
        new NativeFunction("isnumeric", "self, /", (ctx, a) => All(ctx, a[0].Text, TextKinds.IsNumeric)),
        new NativeFunction("isprintable", "self, /", (ctx, a) =>
            PyValue.Bool(a[0].Text.Length == 0 || Holds(ctx, a[0].Text, TextKinds.IsPrintable))),
        new NativeFunction("isspace", "self, /", (ctx, a) => All(ctx, a[0].Text, TextKinds.IsSpace)),
        new NativeFunction("istitle", "self, /", (ctx, a) => PyValue.Bool(IsTitle(ctx, a[0].Text))),
        new NativeFunction("isupper", "self, /", (ctx, a) => PyValue.Bool(HasCase(ctx, a[0].Text, upper: true))));

    internal static bool IsIdentifier(RunContext ctx, string text)
    {
        var first = true;
        return text.Length > 0 && Holds(ctx, text, rune =>
        {
            var fits = first ? TextKinds.IsIdentifierStart(rune) : TextKinds.IsIdentifierPart(rune);
            first = false;
            return fits;
        });
    }

    private static PyValue All(RunContext ctx, string text, Func<Rune, bool> holds) =>
        PyValue.Bool(text.Length > 0 && Holds(ctx, text, holds));

    // A lone surrogate has no properties.
    private static bool Holds(RunContext ctx, string text, Func<Rune, bool> holds)
    {
        ctx.Tick(text.Length >> 4);
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune) || !holds(rune)) return false;
            i += rune.Utf16SequenceLength;
        }
        return true;
    }

    private static bool HasCase(RunContext ctx, string text, bool upper)
    {
        ctx.Tick(text.Length >> 4);
        var found = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (TextKinds.IsTitle(rune) || (upper ? TextKinds.IsLower(rune) : TextKinds.IsUpper(rune))) return false;
            found |= upper ? TextKinds.IsUpper(rune) : TextKinds.IsLower(rune);
        }
        return found;
    }

    private static bool IsTitle(RunContext ctx, string text)
    {
        ctx.Tick(text.Length >> 4);
        bool found = false, afterCased = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isLower = TextKinds.IsLower(rune);
            var isCased = isLower || TextKinds.IsUpper(rune) || TextKinds.IsTitle(rune);
            if (isCased && afterCased != isLower) return false;
            afterCased = isCased;
            found |= isCased;
        }
        return found;
    }
}
