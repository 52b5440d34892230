namespace Punie.Python.Syntax.Tokens;

/// <summary>Finds the end of a number literal and what is wrong with it, in the words of CPython's tokenizer.</summary>
internal static class NumberScanner
{
    /// <summary>How far a number goes.</summary>
    /// <param name="End">Offset behind the number, or behind the unit that is wrong.</param>
    /// <param name="Error">Null for a good number.</param>
    /// <param name="ErrorStart">Where the error starts; below 0 for the number's own start.</param>
    public readonly record struct Result(int End, string? Error = null, int ErrorStart = -1);

    /// <summary>Reads the number that starts at an offset with a digit, or a point and a digit.</summary>
    public static Result Scan(string text, int start)
    {
        if (text[start] == '0')
        {
            switch (At(text, start + 1) | 0x20)
            {
                case 'x': return ScanRadix(text, start + 2, 16, "hexadecimal");
                case 'o': return ScanRadix(text, start + 2, 8, "octal");
                case 'b': return ScanRadix(text, start + 2, 2, "binary");
            }
        }

        return ScanDecimal(text, start);
    }

    private static char At(string text, int offset) => offset < text.Length ? text[offset] : '\0';

    private static Result ScanRadix(string text, int position, int radix, string name)
    {
        while (true)
        {
            if (At(text, position) == '_') position++;
            var first = position;
            while (DigitValue(At(text, position)) < radix) position++;
            var c = At(text, position);
            if (position == first || c == '_')
            {
                if (c == '_' && position > first) continue;
                return CharClass.IsDigit(c)
                    ? new(position + 1, $"invalid digit '{c}' in {name} literal", position)
                    : new(position, $"invalid {name} literal", position - 1);
            }

            return CharClass.IsDigit(c)
                ? new(position + 1, $"invalid digit '{c}' in {name} literal", position)
                : CheckEnd(text, position, name);
        }
    }

    private static int DigitValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => 99,
    };

    private static Result ScanDecimal(string text, int start)
    {
        var position = start;
        var isFloat = false;
        if (At(text, position) != '.' && !SkipDigits(text, ref position)) return BadDecimal(position);
        var integerEnd = position;
        if (At(text, position) == '.')
        {
            isFloat = true;
            position++;
            if (CharClass.IsDigit(At(text, position)) && !SkipDigits(text, ref position)) return BadDecimal(position);
        }

        if ((At(text, position) | 0x20) == 'e' && HasExponent(text, position))
        {
            isFloat = true;
            position += CharClass.IsDigit(At(text, position + 1)) ? 1 : 2;
            if (!SkipDigits(text, ref position)) return BadDecimal(position);
        }

        if ((At(text, position) | 0x20) == 'j') return CheckEnd(text, position + 1, "imaginary");
        if (!isFloat && text[start] == '0' && text.AsSpan(start, integerEnd - start).IndexOfAnyExcept('0', '_') >= 0)
            return new(
                integerEnd,
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
        return CheckEnd(text, position, "decimal");
    }

    private static bool HasExponent(string text, int position)
    {
        var next = At(text, position + 1);
        return CharClass.IsDigit(next) || (next is '+' or '-' && CharClass.IsDigit(At(text, position + 2)));
    }

    private static Result BadDecimal(int position) => new(position, "invalid decimal literal", position - 1);

    private static bool SkipDigits(string text, ref int position)
    {
        while (true)
        {
            while (CharClass.IsDigit(At(text, position))) position++;
            if (At(text, position) != '_') return true;
            position++;
            if (!CharClass.IsDigit(At(text, position))) return false;
        }
    }

    // A keyword may stand directly behind a number (1if x else 2), any other name may not.
    private static Result CheckEnd(string text, int position, string name)
    {
        var c = At(text, position);
        if (!CharClass.MayStartName(c)) return new(position);
        if (c >= 0x80 && CharClass.NamePartLength(text, position, isFirst: true) == 0) return new(position);
        var end = position;
        while (CharClass.IsAsciiNamePart(At(text, end))) end++;
        var keyword = Keywords.KindOf(text.AsSpan(position, end - position));
        return keyword is TokenKind.And or TokenKind.Else or TokenKind.For or TokenKind.If or TokenKind.In
            or TokenKind.Is or TokenKind.Not or TokenKind.Or
            ? new(position)
            : new(position, $"invalid {name} literal", position - 1);
    }
}
