using System.Globalization;
using System.Numerics;
using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Decimals;

/// <summary>Decimals as text and from text.</summary>
internal static class DecimalText
{
    internal static string Of(RunContext ctx, PyDecimal value, bool engineering)
    {
        var sign = value.IsNegative ? "-" : "";
        if (!value.IsFinite) return sign + Special(value);
        var digits = Digits(ctx, value);
        var left = value.Exponent + digits.Length;
        long point;
        if (value.Exponent <= 0 && left > -6) point = left;
        else if (!engineering) point = 1;
        else if (digits == "0") point = Modulo3(left + 1) - 1;
        else point = Modulo3(left - 1) + 1;
        var (whole, fraction) = Split(ctx, digits, point);
        var exponent = left == point
            ? ""
            : string.Create(CultureInfo.InvariantCulture,
            $"{(DecimalContext.Current(ctx).Capitals ? 'E' : 'e')}{left - point:+0;-0}");
        return $"{sign}{whole}{(fraction.Length > 0 ? "." : "")}{fraction}{exponent}";
    }

    /// <summary>Text that <c>double.Parse</c> takes.</summary>
    internal static string Plain(PyDecimal value) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{(value.IsNegative ? "-" : "")}{value.Coefficient}E{Math.Clamp(value.Exponent, -999999999, 999999999)}");

    /// <summary>Null for text that is no number.</summary>
    internal static PyDecimal? Parse(RunContext ctx, string text)
    {
        ctx.Tick(text.Length >> 4);
        text = text.Trim().Replace("_", "", StringComparison.Ordinal);
        var isNegative = text.StartsWith('-');
        if (isNegative || text.StartsWith('+')) text = text[1..];
        if (ParseSpecial(text, isNegative) is { } special) return special;
        var e = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = e < 0 ? text : text[..e];
        var power = BigInteger.Zero;
        if (e >= 0
            && !BigInteger.TryParse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out power)) return null;
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        if (digits.Length == 0 || !digits.All(char.IsDigit)) return null;
        var exponent = power - (point < 0 ? 0 : mantissa.Length - point - 1);
        if (BigInteger.Abs(exponent) > DecimalContext.MaxExponent) return null;
        var ascii = digits.All(char.IsAsciiDigit)
            ? digits
            : string.Concat(digits.Select(c => (char)('0' + (int)char.GetNumericValue(c))));
        return new PyDecimal(isNegative, BigInteger.Parse(ascii, NumberStyles.None, CultureInfo.InvariantCulture),
            (long)exponent);
    }

    internal static string Digits(RunContext ctx, PyDecimal value)
    {
        ctx.Tick((long)value.Digits * value.Digits >> 14);
        ctx.Meter.Reserve(2L * value.Digits);
        return value.Coefficient.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What <c>format(value, spec)</c> gives.</summary>
    internal static string Format(RunContext ctx, PyDecimal value, string text)
    {
        var spec = Specification(ctx, text) ?? throw ctx.ValueError("invalid format string");
        if (spec.Type is not ('\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n' or '%'))
            throw ctx.ValueError("invalid format string");
        var context = DecimalContext.Current(ctx);
        if (!value.IsFinite)
            return Padding.Apply(ctx,
            new NumberParts(Sign(value, spec), "", Special(value), spec.Type == '%' ? "%" : ""), spec, 3);
        var type = spec.Type is '\0' or 'n' ? context.Capitals ? 'G' : 'g' : spec.Type;
        if (type == '%') value = new PyDecimal(value.IsNegative, value.Coefficient, value.Exponent + 2);
        value = AtPrecision(ctx, value, type, (spec.Precision, context.Rounding));
        if (spec.NoNegativeZero && value.IsZero) value = value.WithSign(false);
        var digits = Digits(ctx, value);
        var left = value.Exponent + digits.Length;
        var point = type switch
        {
            'e' or 'E' => value.IsZero && spec.Precision >= 0 ? 1 - spec.Precision : 1,
            'f' or 'F' or '%' => left,
            _ => value.Exponent <= 0 && left > -6 ? left : 1,
        };
        var (whole, fraction) = Split(ctx, digits, point);
        var rest = fraction.Length > 0 || spec.Alternate ? "." + fraction : "";
        var letter = type is 'E' or 'G' ? 'E' : 'e';
        if (left != point || type is 'e' or 'E')
            rest += string.Create(CultureInfo.InvariantCulture, $"{letter}{left - point:+0;-0;+0}");
        return Padding.Apply(ctx, new NumberParts(Sign(value, spec), "", whole, type == '%' ? rest + "%" : rest), spec,
            3);
    }

    private static Spec? Specification(RunContext ctx, string text)
    {
        var mark = ctx.Mark();
        try
        {
            return Spec.Parse(ctx, text, "decimal.Decimal", '>');
        }
        catch (PyRaise)
        {
            ctx.Unwind(mark);
            return null;
        }
    }

    private static PyDecimal AtPrecision(RunContext ctx, PyDecimal value, char type,
        (int Precision, DecimalRounding Rounding) style)
    {
        var (precision, rounding) = style;
        if (precision >= 0)
        {
            ctx.Meter.Reserve(4L * precision);
            if (type is 'e' or 'E')
                value = Padded(ctx, Rounding.ToDigits(ctx, value, precision + 1L, rounding), precision + 1);
            else if (type is 'f' or 'F' or '%') value = Rounding.ToExponent(ctx, value, -precision, rounding);
            else if (value.Digits > Math.Max(1, precision))
                value = Rounding.ToDigits(ctx, value, Math.Max(1, precision), rounding);
        }
        return value.IsZero && value.Exponent > 0 && type is 'f' or 'F' or '%'
            ? Rounding.ToExponent(ctx, value, 0, rounding)
            : value;
    }

    private static PyDecimal Padded(RunContext ctx, PyDecimal value, int digits) =>
        value.IsZero || value.Digits >= digits
            ? value
            : Rounding.ToExponent(ctx, value, value.Exponent - (digits - value.Digits), DecimalRounding.Down);

    private static (string Whole, string Fraction) Split(RunContext ctx, string digits, long point)
    {
        if (point <= 0) return ("0", new MeteredText(ctx).Repeat("0", -point).Append(digits).ToString());
        if (point >= digits.Length)
            return (new MeteredText(ctx).Append(digits).Repeat("0", point - digits.Length).ToString(), "");
        return (digits[..(int)point], digits[(int)point..]);
    }

    private static string Sign(PyDecimal value, Spec spec) =>
        value.IsNegative ? "-" : spec.Sign is '+' or ' ' ? spec.Sign.ToString() : "";

    private static string Special(PyDecimal value)
    {
        if (value.Kind == DecimalKind.Infinity) return "Infinity";
        var payload = value.Coefficient.IsZero ? "" : value.Coefficient.ToString(CultureInfo.InvariantCulture);
        return (value.Kind == DecimalKind.NaN ? "NaN" : "sNaN") + payload;
    }

    private static PyDecimal? ParseSpecial(string text, bool isNegative)
    {
        if (text.Equals("inf", StringComparison.OrdinalIgnoreCase)
            || text.Equals("infinity", StringComparison.OrdinalIgnoreCase)) return PyDecimal.Infinity(isNegative);
        var isSignalling = text.StartsWith("snan", StringComparison.OrdinalIgnoreCase);
        if (!isSignalling && !text.StartsWith("nan", StringComparison.OrdinalIgnoreCase)) return null;
        var payload = text[(isSignalling ? 4 : 3)..];
        if (!payload.All(char.IsAsciiDigit)) return null;
        var digits = payload.Length == 0
            ? BigInteger.Zero
            : BigInteger.Parse(payload, NumberStyles.None, CultureInfo.InvariantCulture);
        return new PyDecimal(isNegative, digits, 0, isSignalling ? DecimalKind.SignallingNaN : DecimalKind.NaN);
    }

    private static long Modulo3(long value) => ((value % 3) + 3) % 3;
}
