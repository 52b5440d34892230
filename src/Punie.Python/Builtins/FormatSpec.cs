using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary>The format specification language of <c>format</c> and f-strings, for text and numbers.</summary>
internal static class FormatSpec
{
    /// <summary>Formats a text, int, bool or float; the specification is not empty.</summary>
    internal static string Format(RunContext ctx, PyValue value, string spec)
    {
        var text = ctx.Str(value);
        var align = spec[0] is '<' or '>' or '^' ? spec[0] : value.IsText ? '<' : '>';
        var digits = spec.TrimStart('<', '>', '^');
        if (!int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var width))
            throw ctx.ValueError($"Invalid format specifier '{spec}' for object of type '{value.TypeName}'");
        ctx.Meter.Reserve(2L * width);
        var room = Math.Max(0, width - text.Length);
        var left = align == '<' ? 0 : align == '>' ? room : room / 2;
        return new string(' ', left) + text + new string(' ', room - left);
    }
}
