using System.Text;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Formatting;

/// <summary>A number as text, in the parts that alignment and grouping treat differently.</summary>
/// <param name="Sign">A sign or nothing.</param>
/// <param name="Prefix"><c>0x</c> and the like, or nothing.</param>
/// <param name="Digits">The digits before the point.</param>
/// <param name="Rest">From the point on, with exponent and percent sign.</param>
internal readonly record struct NumberParts(string Sign, string Prefix, string Digits, string Rest);

/// <summary>Width, fill, alignment and digit grouping.</summary>
internal static class Padding
{
    /// <summary>Text to the width of the specification.</summary>
    internal static string Apply(RunContext ctx, string text, Spec spec)
    {
        var room = spec.Width - CodePoints.Count(text);
        if (room <= 0) return text;
        var left = spec.Align switch { '<' => 0, '^' => room / 2, _ => room };
        return new MeteredText(ctx).Repeat(spec.Fill, left).Append(text).Repeat(spec.Fill, room - left).ToString();
    }

    internal static string Apply(RunContext ctx, NumberParts number, Spec spec, int groupSize)
    {
        var zeros = spec.Fill == "0" && spec.Align == '=';
        var others = number.Sign.Length + number.Prefix.Length + number.Rest.Length;
        var digits = spec.Grouping == 0
            ? number.Digits
            : Group(ctx, number.Digits, (spec.Grouping, groupSize), zeros ? Math.Max(0, spec.Width - others) : 0);
        var room = spec.Width - others - digits.Length;
        if (room <= 0) return string.Concat(number.Sign, number.Prefix, digits, number.Rest);
        if (spec.Align != '=') return Apply(ctx, string.Concat(number.Sign, number.Prefix, digits, number.Rest), spec);
        return new MeteredText(ctx).Append(number.Sign).Append(number.Prefix).Repeat(spec.Fill, room)
            .Append(digits).Append(number.Rest).ToString();
    }

    // Zeros that fill a width are grouped too, and no separator stands in front.
    private static string Group(RunContext ctx, string digits, (char Separator, int Size) grouping, int width)
    {
        if (digits.Length == 0 || !char.IsAsciiHexDigit(digits[0])) return digits;
        ctx.Meter.Reserve(4L * Math.Max(width, digits.Length * 2L));
        ctx.Tick(Math.Max(width, digits.Length) >> 4);
        var reversed = new StringBuilder();
        for (var i = 0; i < digits.Length || reversed.Length < width; i++)
        {
            if (i > 0 && i % grouping.Size == 0) reversed.Append(grouping.Separator);
            reversed.Append(i < digits.Length ? digits[^(i + 1)] : '0');
        }
        var units = reversed.ToString().ToCharArray();
        Array.Reverse(units);
        return new string(units);
    }
}
