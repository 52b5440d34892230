using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Methods;

/// <summary><c>str.translate</c> and <c>str.maketrans</c>.</summary>
internal static class StrTranslate
{
    internal static PyValue MakeTable(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var table = ctx.NewDict();
        if (a[1].IsUnbound)
        {
            if (ctx.Unwrap(a[0]).Ref is not PyDict source)
                throw ctx.TypeError("if you give only one argument to maketrans it must be a dict");
            foreach (var (key, value) in source.ToPairs())
            {
                ctx.Step();
                if (key.IsText && key.Bits != 1)
                    throw ctx.ValueError("string keys in translate table must be of length 1");
                if (!key.IsText && !key.IsInt)
                    throw ctx.TypeError("keys in translate table must be strings or integers");
                table.Set(ctx, key.IsText ? PyValue.Int(Rune(key.Text, 0)) : key, value);
            }
            return PyValue.Of(table);
        }
        if (!ctx.Unwrap(a[0]).IsText)
            throw ctx.TypeError("first maketrans argument must be a string if there is a second argument");
        PyValue from = ctx.Unwrap(a[0]), to = ctx.Unwrap(a[1]);
        if (!to.IsText) throw ctx.TypeError($"maketrans() argument 2 must be str, not {a[1].TypeName}");
        if (from.Bits != to.Bits) throw ctx.ValueError("the first two maketrans arguments must have equal length");
        for (var i = 0; i < from.Bits; i++)
        {
            ctx.Step();
            table.Set(ctx, PyValue.Int(Rune(CodePoints.At(from, i).Text, 0)),
                PyValue.Int(Rune(CodePoints.At(to, i).Text, 0)));
        }
        if (a[2].IsUnbound) return PyValue.Of(table);
        var removed = Given.Text(ctx, a[2], "maketrans() argument 3 must be str");
        for (var i = 0; i < removed.Length; i += CodePoints.IsPair(removed, i) ? 2 : 1)
        {
            ctx.Step();
            table.Set(ctx, PyValue.Int(Rune(removed, i)), PyValue.None);
        }
        return PyValue.Of(table);
    }

    internal static PyValue Translate(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var text = a[0].Text;
        var result = new MeteredText(ctx);
        for (var i = 0; i < text.Length;)
        {
            ctx.Step();
            var width = CodePoints.IsPair(text, i) ? 2 : 1;
            var mapped = Find(ctx, a[1], PyValue.Int(Rune(text, i)));
            if (mapped.IsUnbound) result.Append(text.AsSpan(i, width));
            else if (ctx.Unwrap(mapped).Ref is string replacement) result.Append(replacement);
            else if (mapped.IsInt && mapped.Bits is >= 0 and <= 0x10ffff)
                result.Append(Characters.Text((int)mapped.Bits));
            else if (mapped.IsInt) throw ctx.ValueError("character mapping must be in range(0x110000)");
            else if (!mapped.IsNone) throw ctx.TypeError("character mapping must return integer, None or str");
            i += width;
        }
        return result.ToValue();
    }

    private static PyValue Find(RunContext ctx, PyValue table, PyValue key)
    {
        if (table.Ref is PyDict { Variant: null } dict) return dict.Find(ctx, key);
        var mark = ctx.Mark();
        try
        {
            return ctx.GetItem(table, key);
        }
        catch (PyRaise raise) when (raise.Value.Type.IsSubclassOf(ExceptionTypes.LookupError))
        {
            ctx.Unwind(mark);
            return default;
        }
    }

    private static int Rune(string text, int at) =>
        System.Text.Rune.TryGetRuneAt(text, at, out var rune) ? rune.Value : text[at];
}
