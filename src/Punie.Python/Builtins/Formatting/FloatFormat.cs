using System.Globalization;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Formatting;

/// <summary>How a float is to be written.</summary>
/// <param name="Type">One of <c>e f g r %</c> in either case; <c>r</c> is the shortest form of <c>repr</c>.</param>
/// <param name="Precision">Digits; not negative.</param>
/// <param name="Alternate">Keep the point and trailing zeros.</param>
/// <param name="PointZero">Write <c>.0</c> behind a whole number.</param>
internal readonly record struct FloatStyle(char Type, int Precision, bool Alternate, bool PointZero = false);

/// <summary>Floats as text: the styles of <c>format</c> and <c>%</c>.</summary>
internal static class FloatFormat
{
    internal static string Format(RunContext ctx, double value, Spec spec)
    {
        var style = Style(ctx, spec);
        ctx.Meter.Reserve(4L * style.Precision);
        ctx.Tick(style.Precision >> 8);
        var percent = spec.Type == '%';
        var scaled = percent ? value * 100 : value;
        var body = Body(Math.Abs(scaled), style);
        var isNegative = double.IsNegative(scaled) && !double.IsNaN(scaled);
        if (spec.NoNegativeZero && isNegative && body.AsSpan().IndexOfAnyInRange('1', '9') < 0
            && !double.IsInfinity(scaled)) isNegative = false;
        var sign = isNegative ? "-" : spec.Sign is '+' or ' ' ? spec.Sign.ToString() : "";
        var point = body.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (point < 0) point = body.Length;
        var rest = body[point..] + (percent ? "%" : "");
        var parts = new NumberParts(sign, "", body[..point], rest);
        if (point == 0) parts = new NumberParts(sign, "", body, percent ? "%" : "");
        return Padding.Apply(ctx, parts, spec, 3);
    }

    /// <summary>A float without its sign.</summary>
    internal static string Body(double magnitude, FloatStyle style)
    {
        var upper = char.IsAsciiLetterUpper(style.Type);
        if (double.IsNaN(magnitude)) return upper ? "NAN" : "nan";
        if (double.IsInfinity(magnitude)) return upper ? "INF" : "inf";
        var body = char.ToLowerInvariant(style.Type) switch
        {
            'e' => Scientific(ExactDecimal.Scientific(magnitude, style.Precision), style.Alternate),
            'g' => General(magnitude, style),
            'r' => Shortest(magnitude, style.Alternate),
            _ => Fixed(magnitude, style),
        };
        return upper ? body.ToUpperInvariant() : body;
    }

    private static FloatStyle Style(RunContext ctx, Spec spec)
    {
        switch (spec.Type)
        {
            case '\0':
                return spec.Precision < 0
                    ? new FloatStyle('r', 0, spec.Alternate)
                    : new FloatStyle('g', Math.Max(1, spec.Precision), spec.Alternate, PointZero: true);
            case 'n':
                return new FloatStyle('g', Math.Max(1, spec.Precision < 0 ? 6 : spec.Precision), spec.Alternate);
            case 'g' or 'G':
                return new FloatStyle(spec.Type, Math.Max(1, spec.Precision < 0 ? 6 : spec.Precision), spec.Alternate);
            case 'e' or 'E' or 'f' or 'F' or '%':
                return new FloatStyle(spec.Type, spec.Precision < 0 ? 6 : spec.Precision, spec.Alternate);
            default:
                throw spec.Unknown(ctx, "float");
        }
    }

    private static string Fixed(double magnitude, FloatStyle style)
    {
        var (whole, fraction) = ExactDecimal.Fixed(magnitude, style.Precision);
        return fraction.Length > 0 ? $"{whole}.{fraction}" : style.Alternate ? whole + "." : whole;
    }

    private static string General(double magnitude, FloatStyle style)
    {
        var precision = style.Precision;
        var (digits, exponent) = ExactDecimal.Scientific(magnitude, precision - 1);
        if (!style.Alternate) digits = digits.TrimEnd('0');
        if (digits.Length == 0) digits = "0";
        var last = style.PointZero ? precision - 1 : precision;
        if (exponent < -4 || exponent >= last) return Scientific((digits, exponent), style.Alternate);
        return Place(digits, exponent, style);
    }

    private static string Place(string digits, int exponent, FloatStyle style)
    {
        if (exponent < 0) return $"0.{new string('0', -exponent - 1)}{digits}";
        if (exponent + 1 >= digits.Length)
        {
            var whole = digits.PadRight(exponent + 1, '0');
            return style.PointZero ? whole + ".0" : style.Alternate ? whole + "." : whole;
        }
        return $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }

    private static string Scientific((string Digits, int Exponent) number, bool alternate)
    {
        var (digits, exponent) = number;
        var mantissa = digits.Length > 1 ? $"{digits[0]}.{digits[1..]}" : alternate ? digits + "." : digits;
        return string.Create(CultureInfo.InvariantCulture,
            $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    private static string Shortest(double magnitude, bool alternate)
    {
        var text = FloatText.Repr(magnitude);
        return alternate && !text.Contains('.', StringComparison.Ordinal)
            ? text.Replace("e", ".e", StringComparison.Ordinal)
            : text;
    }
}
