using System.Globalization;
using System.Numerics;
using System.Text;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary>Numbers out of text and out of other numbers: <c>int(…)</c>, <c>float(…)</c>.</summary>
internal static class NumberParsing
{
    private const int MaxDigits = 4300;

    /// <summary>The whole part of a float.</summary>
    internal static BigInteger Truncate(RunContext ctx, double value)
    {
        if (double.IsNaN(value)) throw ctx.ValueError("cannot convert float NaN to integer");
        if (double.IsInfinity(value)) throw ctx.OverflowError("cannot convert float infinity to integer");
        return new BigInteger(value);
    }

    /// <summary>A real number argument as a float; a TypeError of CPython's words otherwise.</summary>
    internal static double Real(RunContext ctx, PyValue value)
    {
        var inner = ctx.Unwrap(value);
        if (Numbers.IsNumber(inner)) return FloatMath.ToDouble(ctx, inner);
        if (value.Ref is PyInstance instance)
        {
            if (instance.Special(ctx, "__float__", [], out var number))
            {
                var result = ctx.Unwrap(number);
                return result.IsFloat
                    ? result.Double
                    : throw ctx.TypeError($"{value.TypeName}.__float__ returned non-float (type {number.TypeName})");
            }
            if (ctx.TryIndex(value, out var index)) return FloatMath.ToDouble(ctx, index);
        }
        if (NumberLike.TryDouble(ctx, value, out var known)) return known;
        throw ctx.TypeError($"must be real number, not {value.TypeName}");
    }

    /// <summary>Parses what <c>int(text, base)</c> takes.</summary>
    internal static PyValue ParseInt(RunContext ctx, string text, int radix)
    {
        ctx.Tick(text.Length >> 6);
        var digits = ToAsciiDigits(text).Trim(' ');
        var negative = digits.StartsWith('-');
        if (negative || digits.StartsWith('+')) digits = digits[1..];
        var given = radix;
        if (TakePrefix(ref digits, ref radix) && digits.StartsWith('_')) digits = digits[1..];
        if (!AreDigits(digits, radix)
            || (given == 0 && radix == 10 && digits[0] == '0' && digits.AsSpan().IndexOfAnyExcept('0', '_') >= 0))
            throw Invalid(ctx, text, given);
        digits = digits.Replace("_", "", StringComparison.Ordinal);
        if ((radix & (radix - 1)) != 0 && digits.Length > MaxDigits)
        {
            throw ctx.ValueError(
                $"Exceeds the limit ({MaxDigits} digits) for integer string conversion: value has {digits.Length} digits; " +
                "use sys.set_int_max_str_digits() to increase the limit");
        }
        var magnitude = Magnitude(ctx, digits, radix);
        return PyValue.Int(negative ? -magnitude : magnitude);
    }

    /// <summary>Parses what <c>float(text)</c> takes; null when it is not a number.</summary>
    internal static double? ParseFloat(RunContext ctx, string text)
    {
        ctx.Tick(text.Length >> 6);
        var body = ToAsciiDigits(text).Trim(' ');
        var word = body.TrimStart('+', '-');
        if (body.Length - word.Length > 1) return null;
        var negative = body.StartsWith('-');
        if (word.Equals("inf", StringComparison.OrdinalIgnoreCase)
            || word.Equals("infinity", StringComparison.OrdinalIgnoreCase))
            return negative ? double.NegativeInfinity : double.PositiveInfinity;
        if (word.Equals("nan", StringComparison.OrdinalIgnoreCase)) return ctx.NewNaN();
        if (!IsFloatText(word)) return null;
        var plain = word.Replace("_", "", StringComparison.Ordinal);
        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(ShortenExponent(plain), styles, CultureInfo.InvariantCulture, out var value)
            ? negative ? -value : value
            : null;
    }

    private static PyRaise Invalid(RunContext ctx, string text, int radix) =>
        ctx.ValueError(
            $"invalid literal for int() with base {radix}: {StringText.Repr(text.Length > 200 ? text[..200] : text)}");

    private static BigInteger Magnitude(RunContext ctx, string digits, int radix)
    {
        if (radix == 10) return BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        ctx.Meter.Reserve(4L * digits.Length);
        if (radix == 16)
            return BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (radix == 2)
            return BigInteger.Parse("0" + digits, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture);
        ctx.Tick((long)digits.Length * digits.Length >> 8);
        var value = BigInteger.Zero;
        foreach (var digit in digits) value = value * radix + DigitOf(digit);
        return value;
    }

    private static bool TakePrefix(ref string digits, ref int radix)
    {
        var marked = digits.Length > 1 && digits[0] == '0'
            ? char.ToLowerInvariant(digits[1]) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 }
            : 0;
        if (radix == 0) radix = marked == 0 ? 10 : marked;
        if (marked == 0 || marked != radix) return false;
        digits = digits[2..];
        return true;
    }

    private static bool AreDigits(string digits, int radix)
    {
        if (digits.Length == 0 || digits[^1] == '_') return false;
        var previous = '_';
        foreach (var digit in digits)
        {
            if (digit == '_' ? previous == '_' : DigitOf(digit) >= radix) return false;
            previous = digit;
        }
        return true;
    }

    private static int DigitOf(char digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'a' and <= 'z' => digit - 'a' + 10,
        >= 'A' and <= 'Z' => digit - 'A' + 10,
        _ => int.MaxValue,
    };

    // Unicode digits count as digits, all white space as a blank; anything else that is not ASCII stays and fails
    // later.
    private static string ToAsciiDigits(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && rune.Value > ' ') result.Append((char)rune.Value);
            else if (TextKinds.IsSpace(rune)) result.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
                result.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else result.Append(rune);
        }
        return result.ToString();
    }

    // digits [. digits] [e [sign] digits], underscores only between digits.
    private static bool IsFloatText(string text)
    {
        var at = 0;
        var whole = Digits(text, ref at);
        var fraction = false;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            fraction = Digits(text, ref at);
        }
        if (!whole && !fraction) return false;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-') at++;
            if (!Digits(text, ref at)) return false;
        }
        return at == text.Length;
    }

    private static bool Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length
            && (char.IsAsciiDigit(text[at])
            || (text[at] == '_' && at > start && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))) at++;
        return at > start;
    }

    // .NET refuses exponents beyond int32; nine digits mean zero or infinity already.
    private static string ShortenExponent(string text)
    {
        var e = text.AsSpan().IndexOfAny('e', 'E');
        if (e < 0 || text.Length - e < 10) return text;
        var negative = text[e + 1] == '-';
        var digits = text[(e + 1)..].TrimStart('+', '-').TrimStart('0');
        if (digits.Length > 9) digits = "999999999";
        return $"{text[..e]}e{(negative ? "-" : "")}{(digits.Length == 0 ? "0" : digits)}";
    }
}
