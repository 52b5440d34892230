using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Complex;

/// <summary>Complex numbers as text.</summary>
internal static class ComplexText
{
    internal static string Repr(PyComplex value)
    {
        var imaginary = Part(value.Imaginary) + "j";
        if (value.Real == 0 && !double.IsNegative(value.Real)) return imaginary;
        var sign = imaginary[0] == '-' ? "" : "+";
        return $"({Part(value.Real)}{sign}{imaginary})";
    }

    /// <summary>Both parts in the style of the specification; the whole is padded.</summary>
    internal static string Format(RunContext ctx, PyComplex value, Spec spec)
    {
        if (spec.Fill == "0" && spec.Align == '=')
            throw ctx.ValueError("Zero padding is not allowed in complex format specifier");
        if (spec.Align == '=') throw ctx.ValueError("'=' alignment flag is not allowed in complex format specifier");
        if (spec.Type is not ('\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n'))
            throw spec.Unknown(ctx, "complex");
        var bare = spec.WithoutWidth();
        var plain = spec.Type == '\0' && spec.Precision < 0;
        var hasReal = spec.Type != '\0' || value.Real != 0 || double.IsNegative(value.Real);
        var imaginary = Signed(ctx, value.Imaginary, bare, hasReal, plain);
        if (!hasReal) return Padding.Apply(ctx, imaginary + "j", spec);
        var text = Signed(ctx, value.Real, bare, forced: false, plain) + imaginary + "j";
        return Padding.Apply(ctx, spec.Type == '\0' ? $"({text})" : text, spec);
    }

    private static string Signed(RunContext ctx, double value, Spec spec, bool forced, bool plain)
    {
        var text = FloatFormat.Format(ctx, value, spec);
        if (plain || (spec.Type == '\0' && text.EndsWith(".0", StringComparison.Ordinal))) text = WithoutPoint(text);
        return forced && text[0] is not ('-' or '+') ? "+" + text.TrimStart(' ') : text;
    }

    private static string Part(double value) => WithoutPoint(FloatText.Repr(value));

    private static string WithoutPoint(string text) =>
        text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
}
