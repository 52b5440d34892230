using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Methods;

/// <summary>The methods of <c>str</c>.</summary>
internal static class StrMethods
{
    internal static void Define()
    {
        Types.Str.Define(
            new NativeFunction("capitalize", "self, /", (ctx, a) => TextCase.Capitalize(ctx, a[0])),
            new NativeFunction("casefold", "self, /", (ctx, a) => TextCase.Fold(ctx, a[0])),
            new NativeFunction("lower", "self, /", (ctx, a) => TextCase.Lower(ctx, a[0])),
            new NativeFunction("swapcase", "self, /", (ctx, a) => TextCase.Swap(ctx, a[0])),
            new NativeFunction("title", "self, /", (ctx, a) => TextCase.Title(ctx, a[0])),
            new NativeFunction("upper", "self, /", (ctx, a) => TextCase.Upper(ctx, a[0])),
            new NativeFunction("center", "self, width, fillchar=' ', /", (ctx, a) =>
                StrLayout.Pad(ctx, a, PadSide.Both)),
            new NativeFunction("ljust", "self, width, fillchar=' ', /", (ctx, a) =>
                StrLayout.Pad(ctx, a, PadSide.Right)),
            new NativeFunction("rjust", "self, width, fillchar=' ', /", (ctx, a) =>
                StrLayout.Pad(ctx, a, PadSide.Left)),
            new NativeFunction("zfill", "self, width, /", StrLayout.ZeroFill),
            new NativeFunction("expandtabs", "self, tabsize=8", StrLayout.ExpandTabs),
            new NativeFunction("encode", "self, encoding='utf-8', errors='strict'", (ctx, a) =>
                Codecs.Encode(ctx, a[0], a[1], a[2])),
            new NativeFunction("format", "self, /, *args, **kwargs", Format),
            new NativeFunction("format_map", "self, mapping, /", (ctx, a) =>
                ctx.Text(new FieldFormat(ctx, null, a[1]).Run(a[0].Text))),
            new NativeFunction("join", "self, iterable, /", Join),
            new NativeFunction("translate", "self, table, /", StrTranslate.Translate));
        Types.Str.Define("maketrans",
            PyValue.Of(
                new PyStaticMethod(PyValue.Of(new NativeFunction("maketrans", "x, y=?, z=?, /", StrTranslate.MakeTable)))));
        StrSearch.Define();
        StrSplit.Define();
        StrKinds.Define();
    }

    private static PyValue Format(RunContext ctx, ReadOnlySpan<PyValue> a) =>
        ctx.Text(new FieldFormat(ctx, ((PyTuple)a[1].Ref!).Items, a[2]).Run(a[0].Text));

    private static PyValue Join(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var separator = a[0].Text;
        var parts = ctx.ToArray(a[1], "can only join an iterable");
        long units = separator.Length * Math.Max(0L, parts.Length - 1L), points =
            a[0].Bits * Math.Max(0L, parts.Length - 1L);
        for (var i = 0; i < parts.Length; i++)
        {
            ctx.Tick(i & 1);
            parts[i] = ctx.Unwrap(parts[i]);
            if (!parts[i].IsText)
                throw ctx.TypeError($"sequence item {i}: expected str instance, {parts[i].TypeName} found");
            units += parts[i].Text.Length;
            points += parts[i].Bits;
        }
        if (parts.Length == 1) return parts[0];
        ctx.Meter.Reserve(2 * units);
        if (units > Array.MaxLength / 4) throw new StopException(Limit.Bytes);
        ctx.Tick(units >> 8);
        var result = string.Create((int)units, (ctx, separator, parts), static (span, state) =>
        {
            for (var i = 0; i < state.parts.Length; i++)
            {
                if (i % 16 == 0) state.ctx.Step();
                if (i > 0)
                {
                    state.separator.CopyTo(span);
                    span = span[state.separator.Length..];
                }
                state.parts[i].Text.CopyTo(span);
                span = span[state.parts[i].Text.Length..];
            }
        });
        return points == units ? ctx.Text(result, points) : ctx.Text(result);
    }
}
