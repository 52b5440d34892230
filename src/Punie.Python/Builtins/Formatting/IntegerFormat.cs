using System.Globalization;
using System.Numerics;
using System.Text;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Formatting;

/// <summary>Ints as text in any base.</summary>
internal static class IntegerFormat
{
    internal static string Format(RunContext ctx, BigInteger value, Spec spec)
    {
        if (spec.Precision >= 0) throw ctx.ValueError("Precision not allowed in integer format specifier");
        if (spec.NoNegativeZero)
            throw ctx.ValueError("Negative zero coercion (z) not allowed in format specifier with integer format code");
        if (spec.Type == 'c') return Character(ctx, value, spec);
        var digits = Digits(ctx, BigInteger.Abs(value), spec.Type);
        var prefix = spec.Alternate && spec.Type is ('b' or 'o' or 'x' or 'X') ? "0" + spec.Type : "";
        var sign = value.Sign < 0 ? "-" : spec.Sign is '+' or ' ' ? spec.Sign.ToString() : "";
        var groupSize = spec.Type is 'b' or 'o' or 'x' or 'X' ? 4 : 3;
        return Padding.Apply(ctx, new NumberParts(sign, prefix, digits, ""), spec, groupSize);
    }

    /// <summary>
    /// Digits of a value that is not negative; the type letter is <c>b</c>, <c>o</c>, <c>x</c>, <c>X</c> or decimal.
    /// </summary>
    internal static string Digits(RunContext ctx, BigInteger magnitude, char type)
    {
        ctx.Meter.Reserve(magnitude.GetBitLength() * 4);
        switch (type)
        {
            case 'b': return PowerOfTwo(ctx, magnitude, 1);
            case 'o': return PowerOfTwo(ctx, magnitude, 3);
            case 'x': return PowerOfTwo(ctx, magnitude, 4);
            case 'X': return PowerOfTwo(ctx, magnitude, 4).ToUpperInvariant();
            default:
                IntegerText.CheckDigits(ctx, magnitude);
                return magnitude.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string PowerOfTwo(RunContext ctx, BigInteger magnitude, int bits)
    {
        if (magnitude.IsZero) return "0";
        if (bits != 3)
        {
            var text = magnitude.ToString(bits == 1 ? "b" : "x", CultureInfo.InvariantCulture).TrimStart('0');
            ctx.Tick(text.Length >> 6);
            return text;
        }
        var digits = new StringBuilder();
        var binary = magnitude.ToString("b", CultureInfo.InvariantCulture).TrimStart('0');
        binary = binary.PadLeft((binary.Length + 2) / 3 * 3, '0');
        ctx.Tick(binary.Length >> 4);
        for (var i = 0; i < binary.Length; i += 3)
            digits.Append((char)('0' + (binary[i] - '0') * 4 + (binary[i + 1] - '0') * 2 + (binary[i + 2] - '0')));
        return digits.ToString();
    }

    private static string Character(RunContext ctx, BigInteger value, Spec spec)
    {
        if (spec.Sign != 0) throw ctx.ValueError("Sign not allowed with integer format specifier 'c'");
        if (spec.Alternate) throw ctx.ValueError("Alternate form (#) not allowed with integer format specifier 'c'");
        if (!IntegerText.FitsInt64(value)) throw ctx.OverflowError("Python int too large to convert to C long");
        if (value.Sign < 0 || value > 0x10ffff) throw ctx.OverflowError("%c arg not in range(0x110000)");
        var text = Characters.Text((int)value);
        return spec.Align == '=' && spec.Width > 1
            ? Padding.Apply(ctx, new NumberParts("", "", text, ""), spec, 3)
            : Padding.Apply(ctx, text, spec);
    }
}

/// <summary>Code points as text; a surrogate stays alone, as in Python.</summary>
internal static class Characters
{
    internal static string Text(int codePoint) =>
        codePoint > 0xffff ? char.ConvertFromUtf32(codePoint) : ((char)codePoint).ToString();
}
