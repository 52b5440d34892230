using System.Globalization;
using System.Numerics;
using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

/// <summary>Values of number literals.</summary>
internal static class NumberLiteral
{
    // CPython's bound on decimal conversion, which is quadratic.
    private const int MaxDecimalDigits = 4300;

    public static Literal Parse(TokenCursor cursor, Token token)
    {
        var text = cursor.Source.Text.AsSpan(token.Start, token.End - token.Start);
        if (text.Length < 10 && text.IndexOfAnyExceptInRange('0', '9') < 0)
            return new Literal.Int(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        if (text.Contains('_')) text = text.ToString().Replace("_", "", StringComparison.Ordinal);
        if (text.Length > 2 && text[0] == '0' && BitsOf(text[1]) is var bits and > 0)
            return ParsePowerOfTwo(text[2..], bits);
        if (text[^1] is 'j' or 'J') return new Literal.Imaginary(ParseDouble(text[..^1]));
        if (text.IndexOfAnyExceptInRange('0', '9') >= 0) return new Literal.Float(ParseDouble(text));
        if (text.Length <= MaxDecimalDigits)
            return new Literal.Int(BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        var digits = text.Length.ToString(CultureInfo.InvariantCulture);
        throw TokenCursor.Fail(
            $"Exceeds the limit (4300 digits) for integer string conversion: value has {digits} digits; "
            + "use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
            + "literals to avoid decimal conversion limits.", token.Span);
    }

    private static int BitsOf(char radix) => radix switch
    {
        'x' or 'X' => 4,
        'o' or 'O' => 3,
        'b' or 'B' => 1,
        _ => 0,
    };

    private static double ParseDouble(ReadOnlySpan<char> text) =>
        double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    // Digits of 1, 3 or 4 bits are put into place from the right: linear however long the literal is.
    private static Literal.Int ParsePowerOfTwo(ReadOnlySpan<char> digits, int bits)
    {
        var bytes = new byte[digits.Length * bits / 8 + 2];
        for (var i = 0; i < digits.Length; i++)
        {
            var c = digits[digits.Length - 1 - i];
            var value = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
            var shifted = value << (i * bits % 8);
            bytes[i * bits / 8] |= (byte)shifted;
            bytes[i * bits / 8 + 1] |= (byte)(shifted >> 8);
        }

        return new(new BigInteger(bytes, isUnsigned: true));
    }
}
