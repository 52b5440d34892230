using System.Text;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary><c>text % values</c>.</summary>
internal static class StringFormatting
{
    internal static PyValue Percent(RunContext ctx, PyValue format, PyValue values)
    {
        var arguments = values.Ref is PyTuple tuple ? tuple.Items : [values];
        var text = new StringBuilder();
        var next = 0;
        for (var i = 0; i < format.Text.Length; i++)
        {
            ctx.Step();
            if (format.Text[i] != '%')
            {
                text.Append(format.Text[i]);
                continue;
            }
            var kind = ++i < format.Text.Length ? format.Text[i] : throw ctx.ValueError("incomplete format");
            if (kind == '%')
            {
                text.Append('%');
                continue;
            }
            if (next >= arguments.Length) throw ctx.TypeError("not enough arguments for format string");
            text.Append(Convert(ctx, kind, arguments[next++]));
            ctx.Meter.Reserve(2L * text.Length);
        }
        if (next < arguments.Length && values.Ref is not PyDict) throw ctx.TypeError("not all arguments converted during string formatting");
        return ctx.Text(text.ToString());
    }

    private static string Convert(RunContext ctx, char kind, PyValue value) => kind switch
    {
        's' => ctx.Str(value),
        'r' => ctx.Repr(value),
        'd' when ctx.TryInteger(value, out var integer) => ctx.Repr(PyValue.Int(integer)),
        'd' => throw ctx.TypeError($"%d format: a real number is required, not {value.TypeName}"),
        _ => throw ctx.ValueError($"unsupported format character '{kind}'"),
    };
}
