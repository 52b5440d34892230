using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Methods;

/// <summary>Methods of <c>str</c> that cut it up.</summary>
internal static class StrSplit
{
    internal static void Define() => Types.Str.Define(
        new NativeFunction("split", "self, sep=None, maxsplit=-1", (ctx, a) => Split(ctx, a, fromRight: false)),
        new NativeFunction("rsplit", "self, sep=None, maxsplit=-1", (ctx, a) => Split(ctx, a, fromRight: true)),
        new NativeFunction("splitlines", "self, keepends=False", Lines),
        new NativeFunction("strip", "self, chars=None, /", (ctx, a) => Strip(ctx, a, ("strip", true, true))),
        new NativeFunction("lstrip", "self, chars=None, /", (ctx, a) => Strip(ctx, a, ("lstrip", true, false))),
        new NativeFunction("rstrip", "self, chars=None, /", (ctx, a) => Strip(ctx, a, ("rstrip", false, true))));

    private static PyValue Split(RunContext ctx, ReadOnlySpan<PyValue> a, bool fromRight)
    {
        var text = a[0].Text;
        var separator = Given.OptionalText(ctx, a[1], "must be str or None");
        var most = ctx.Int64(a[2]);
        if (most < 0) most = long.MaxValue;
        var parts = new PyList();
        if (separator is null)
        {
            if (fromRight) WordsFromRight(ctx, text, most, parts);
            else Words(ctx, text, most, parts);
        }
        else if (separator.Length == 0) throw ctx.ValueError("empty separator");
        else if (fromRight) FromRight(ctx, (text, separator), most, parts);
        else FromLeft(ctx, (text, separator), most, parts);
        if (fromRight) parts.AsSpan().Reverse();
        return ctx.New(parts, 56);
    }

    private static void Add(RunContext ctx, PyList parts, string part)
    {
        ctx.Step();
        parts.Add(ctx, ctx.Text(part));
    }

    private static void FromLeft(RunContext ctx, (string Text, string Separator) source, long most, PyList parts)
    {
        var (text, separator) = source;
        ctx.Tick(text.Length >> 8);
        var from = 0;
        while (most-- > 0)
        {
            var at = TextSearch.First<char>(ctx, text.AsSpan(from), separator);
            if (at < 0) break;
            Add(ctx, parts, text.Substring(from, at));
            from += at + separator.Length;
        }
        Add(ctx, parts, text[from..]);
    }

    private static void FromRight(RunContext ctx, (string Text, string Separator) source, long most, PyList parts)
    {
        var (text, separator) = source;
        ctx.Tick(text.Length >> 8);
        var to = text.Length;
        while (most-- > 0)
        {
            var at = TextSearch.Last<char>(ctx, text.AsSpan(0, to), separator);
            if (at < 0) break;
            Add(ctx, parts, text[(at + separator.Length)..to]);
            to = at;
        }
        Add(ctx, parts, text[..to]);
    }

    private static void Words(RunContext ctx, string text, long most, PyList parts)
    {
        ctx.Tick(text.Length >> 6);
        var i = 0;
        while (true)
        {
            while (i < text.Length && TextKinds.IsSpace(text[i])) i++;
            if (i >= text.Length) return;
            if (most-- <= 0)
            {
                Add(ctx, parts, text[i..]);
                return;
            }
            var start = i;
            while (i < text.Length && !TextKinds.IsSpace(text[i])) i++;
            Add(ctx, parts, text[start..i]);
        }
    }

    private static void WordsFromRight(RunContext ctx, string text, long most, PyList parts)
    {
        ctx.Tick(text.Length >> 6);
        var i = text.Length;
        while (true)
        {
            while (i > 0 && TextKinds.IsSpace(text[i - 1])) i--;
            if (i == 0) return;
            if (most-- <= 0)
            {
                Add(ctx, parts, text[..i]);
                return;
            }
            var end = i;
            while (i > 0 && !TextKinds.IsSpace(text[i - 1])) i--;
            Add(ctx, parts, text[i..end]);
        }
    }

    private static PyValue Lines(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var text = a[0].Text;
        var keep = ctx.Truth(a[1]);
        ctx.Tick(text.Length >> 6);
        var lines = new PyList();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !TextKinds.IsLineBreak(text[end])) end++;
            var next = end
                + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : end < text.Length ? 1 : 0);
            Add(ctx, lines, text[start..(keep ? next : end)]);
            start = next;
        }
        return ctx.New(lines, 56);
    }

    private static PyValue Strip(RunContext ctx, ReadOnlySpan<PyValue> a, (string Name, bool Left, bool Right) mode)
    {
        var text = a[0].Text;
        if (!a[1].IsNone && !ctx.Unwrap(a[1]).IsText) throw ctx.TypeError($"{mode.Name} arg must be None or str");
        var set = a[1].IsNone ? null : new StripSet(ctx, ctx.Unwrap(a[1]).Text);
        int from = 0, to = text.Length;
        while (mode.Left && from < to && Width(text, from, set) is > 0 and var width) from += width;
        while (mode.Right && to > from
            && Width(text, to - (to - 2 >= from && CodePoints.IsPair(text, to - 2) ? 2 : 1), set) is > 0
            and var width) to -= width;
        ctx.Tick((from + text.Length - to) >> 4);
        return from == 0 && to == text.Length ? a[0] : ctx.Text(text[from..to]);
    }

    // Units of the code point there when it is to be stripped, else 0.
    private static int Width(string text, int at, StripSet? set)
    {
        if (set is null) return TextKinds.IsSpace(text[at]) ? 1 : 0;
        var width = CodePoints.IsPair(text, at) ? 2 : 1;
        return set.Has(text.AsSpan(at, width)) ? width : 0;
    }

    // Few characters are looked through, many are looked up.
    private sealed class StripSet
    {
        private readonly string _text;
        private readonly HashSet<int>? _known;

        internal StripSet(RunContext ctx, string text)
        {
            _text = text;
            if (text.Length <= 32) return;
            ctx.Meter.Reserve(32L * Math.Min(text.Length, 0x110000));
            ctx.Tick(text.Length >> 3);
            _known = [];
            for (var i = 0; i < text.Length; i++)
            {
                if (CodePoints.IsPair(text, i)) _known.Add(char.ConvertToUtf32(text[i], text[++i]));
                else _known.Add(text[i]);
            }
        }

        internal bool Has(ReadOnlySpan<char> character)
        {
            if (_known is null) return _text.AsSpan().IndexOf(character, StringComparison.Ordinal) >= 0;
            return _known.Contains(character.Length == 2
                ? char.ConvertToUtf32(character[0], character[1])
                : character[0]);
        }
    }
}
