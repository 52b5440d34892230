using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary>The format specification language of <c>format</c> and f-strings, for text and numbers.</summary>
internal static class FormatSpec
{
    /// <summary>Formats a text, int, bool or float; the specification is not empty.</summary>
    internal static string Format(RunContext ctx, PyValue value, string spec)
    {
        if (value.Ref is string text) return FormatText(ctx, text, Spec.Parse(ctx, spec, "str", '<'));
        var typeName = value.TypeName;
        var parsed = Spec.Parse(ctx, spec, typeName, '>');
        if (value.IsFloat) return FloatFormat.Format(ctx, value.Double, parsed);
        var integer = Numbers.Big(value);
        return parsed.Type switch
        {
            '\0' or 'd' or 'n' or 'b' or 'o' or 'x' or 'X' or 'c' => IntegerFormat.Format(ctx, integer, parsed),
            'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%' =>
                FloatFormat.Format(ctx, FloatMath.ToDouble(ctx, integer), parsed),
            _ => throw parsed.Unknown(ctx, typeName),
        };
    }

    private static string FormatText(RunContext ctx, string text, Spec spec)
    {
        if (spec.Sign != 0)
        {
            throw ctx.ValueError(spec.Sign == ' '
                ? "Space not allowed in string format specifier"
                : "Sign not allowed in string format specifier");
        }
        if (spec.NoNegativeZero)
            throw ctx.ValueError("Negative zero coercion (z) not allowed in string format specifier");
        if (spec.Alternate) throw ctx.ValueError("Alternate form (#) not allowed in string format specifier");
        if (spec.Align == '=') throw ctx.ValueError("'=' alignment not allowed in string format specifier");
        if (spec.Grouping != 0) throw ctx.ValueError($"Cannot specify '{spec.Grouping}' with 's'.");
        if (spec.Type is not ('\0' or 's')) throw spec.Unknown(ctx, "str");
        if (spec.Precision >= 0)
        {
            var value = PyValue.Str(text);
            if (spec.Precision < value.Bits) text = CodePoints.Slice(value, 0, spec.Precision).Text;
        }
        return Padding.Apply(ctx, text, spec);
    }
}
