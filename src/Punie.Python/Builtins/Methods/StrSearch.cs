using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Methods;

/// <summary>Methods of <c>str</c> that look for other text in it.</summary>
internal static class StrSearch
{
    internal static void Define() => Types.Str.Define(
        new NativeFunction("count", "self, sub, start=None, end=None, /", Count),
        new NativeFunction("find", "self, sub, start=None, end=None, /", (ctx, a) =>
            PyValue.Int(Find(ctx, a, last: false))),
        new NativeFunction("rfind", "self, sub, start=None, end=None, /", (ctx, a) =>
            PyValue.Int(Find(ctx, a, last: true))),
        new NativeFunction("index", "self, sub, start=None, end=None, /", (ctx, a) =>
            Found(ctx, Find(ctx, a, last: false))),
        new NativeFunction("rindex", "self, sub, start=None, end=None, /", (ctx, a) =>
            Found(ctx, Find(ctx, a, last: true))),
        new NativeFunction("startswith", "self, prefix, start=None, end=None, /", (ctx, a) =>
            HasEnd(ctx, a, atStart: true)),
        new NativeFunction("endswith", "self, suffix, start=None, end=None, /", (ctx, a) =>
            HasEnd(ctx, a, atStart: false)),
        new NativeFunction("removeprefix", "self, prefix, /", (ctx, a) => Remove(ctx, a, atStart: true)),
        new NativeFunction("removesuffix", "self, suffix, /", (ctx, a) => Remove(ctx, a, atStart: false)),
        new NativeFunction("replace", "self, old, new, count=-1, /", Replace),
        new NativeFunction("partition", "self, sep, /", (ctx, a) => Partition(ctx, a, last: false)),
        new NativeFunction("rpartition", "self, sep, /", (ctx, a) => Partition(ctx, a, last: true)));

    private static PyValue Found(RunContext ctx, long index) =>
        index >= 0 ? PyValue.Int(index) : throw ctx.ValueError("substring not found");

    // The part between the optional bounds as UTF-16 offsets; null when it is empty because the start is behind the
    // end.
    private static (int From, int To)? Window(RunContext ctx, PyValue text, PyValue start, PyValue end)
    {
        var (from, to) = Given.Range(ctx, (start, end), text.Bits);
        return from > to ? null : (CodePoints.Offset(text, from), CodePoints.Offset(text, to));
    }

    private static long Find(RunContext ctx, ReadOnlySpan<PyValue> a, bool last)
    {
        var part = Given.Text(ctx, a[1], "must be str");
        if (Window(ctx, a[0], a[2], a[3]) is not { } window) return -1;
        ctx.Tick((window.To - window.From) >> 8);
        var span = a[0].Text.AsSpan(window.From, window.To - window.From);
        var offset = last ? TextSearch.Last(ctx, span, part) : TextSearch.First(ctx, span, part);
        if (last && part.Length == 0) offset = span.Length;
        return offset < 0 ? -1 : CodePoints.Index(a[0], window.From + offset);
    }

    private static PyValue Count(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var part = Given.Text(ctx, a[1], "must be str");
        if (part.Length == 0)
        {
            var (from, to) = Given.Range(ctx, (a[2], a[3]), a[0].Bits);
            return PyValue.Int(Math.Max(0, to - from + 1));
        }
        if (Window(ctx, a[0], a[2], a[3]) is not { } window) return PyValue.Int(0);
        ctx.Tick((window.To - window.From) >> 8);
        var rest = a[0].Text.AsSpan(window.From, window.To - window.From);
        if (part.Length == 1) return PyValue.Int(rest.Count(part[0]));
        var count = 0L;
        for (int at; (at = TextSearch.First(ctx, rest, part)) >= 0; rest = rest[(at + part.Length)..])
        {
            // Each hit costs more than a look at the text.
            ctx.Tick(++count & 1);
        }
        return PyValue.Int(count);
    }

    private static PyValue HasEnd(RunContext ctx, ReadOnlySpan<PyValue> a, bool atStart)
    {
        var wanted = ctx.Unwrap(a[1]);
        var name = atStart ? "startswith" : "endswith";
        if (!wanted.IsText && wanted.Ref is not PyTuple)
            throw ctx.TypeError($"{name} first arg must be str or a tuple of str, not {a[1].TypeName}");
        var window = Window(ctx, a[0], a[2], a[3]);
        foreach (var item in wanted.Ref is PyTuple tuple ? tuple.Items : [wanted])
        {
            ctx.Step();
            if (ctx.Unwrap(item).Ref is not string part)
                throw ctx.TypeError($"tuple for {name} must only contain str, not {item.TypeName}");
            if (window is not { } known) continue;
            var span = a[0].Text.AsSpan(known.From, known.To - known.From);
            if (atStart
                ? span.StartsWith(part, StringComparison.Ordinal)
                : span.EndsWith(part, StringComparison.Ordinal)) return PyValue.True;
        }
        return PyValue.False;
    }

    private static PyValue Remove(RunContext ctx, ReadOnlySpan<PyValue> a, bool atStart)
    {
        var part = Given.Text(ctx, a[1], $"remove{(atStart ? "prefix" : "suffix")}() argument must be str");
        var text = a[0].Text;
        if (part.Length == 0) return a[0];
        if (atStart) return text.StartsWith(part, StringComparison.Ordinal) ? ctx.Text(text[part.Length..]) : a[0];
        return text.EndsWith(part, StringComparison.Ordinal) ? ctx.Text(text[..^part.Length]) : a[0];
    }

    private static PyValue Replace(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var text = a[0].Text;
        var old = Given.Text(ctx, a[1], "replace() argument 1 must be str");
        var replacement = Given.Text(ctx, a[2], "replace() argument 2 must be str");
        var limit = ctx.Int64(a[3]);
        if (limit < 0) limit = long.MaxValue;
        if (limit == 0 || (old.Length == 0 && replacement.Length == 0)) return a[0];
        if (old.Length == 0) return Interleave(ctx, text, replacement, limit);
        ctx.Tick(text.Length >> 8);
        var at = TextSearch.First<char>(ctx, text, old);
        if (at < 0) return a[0];
        var result = new MeteredText(ctx);
        var from = 0;
        for (; at >= 0 && limit > 0; limit--)
        {
            ctx.Step();
            result.Append(text.AsSpan(from, at - from)).Append(replacement);
            from = at + old.Length;
            at = TextSearch.First<char>(ctx, text.AsSpan(from), old);
            if (at >= 0) at += from;
        }
        return result.Append(text.AsSpan(from)).ToValue();
    }

    private static PyValue Interleave(RunContext ctx, string text, string between, long limit)
    {
        var result = new MeteredText(ctx);
        for (var i = 0; i <= text.Length;)
        {
            ctx.Step();
            if (limit-- > 0) result.Append(between);
            if (i == text.Length) break;
            var width = CodePoints.IsPair(text, i) ? 2 : 1;
            result.Append(text.AsSpan(i, width));
            i += width;
        }
        return result.ToValue();
    }

    private static PyValue Partition(RunContext ctx, ReadOnlySpan<PyValue> a, bool last)
    {
        var text = a[0].Text;
        var separator = Given.Text(ctx, a[1], "must be str");
        if (separator.Length == 0) throw ctx.ValueError("empty separator");
        ctx.Tick(text.Length >> 8);
        var at = last ? TextSearch.Last<char>(ctx, text, separator) : TextSearch.First<char>(ctx, text, separator);
        var empty = PyValue.Str("", 0);
        if (at < 0) return ctx.NewTuple(last ? [empty, empty, a[0]] : [a[0], empty, empty]);
        return ctx.NewTuple([ctx.Text(text[..at]), ctx.Unwrap(a[1]), ctx.Text(text[(at + separator.Length)..])]);
    }
}
