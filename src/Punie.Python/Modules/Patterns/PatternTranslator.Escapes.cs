using System.Globalization;
using System.Text;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Parsing;

namespace Punie.Python.Modules.Patterns;

/// <summary>Escapes and character classes.</summary>
internal sealed partial class PatternTranslator
{
    private void Escape()
    {
        if (_at + 1 >= pattern.Length) throw Error("bad escape (end of pattern)", _at);
        var unit = pattern[_at + 1];
        switch (unit)
        {
            case 'A': Anchor("\\A", 2); return;
            case 'Z': Anchor("\\z", 2); return;
            case 'b' or 'B': Anchor(Boundary(unit == 'B'), 2); return;
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S':
                Item(2, Wide(unit) is var set && char.IsAsciiLetterUpper(unit) && pairs
                    ? $"(?:[\\ud800-\\udbff][\\udc00-\\udfff]|{set})"
                    : Wide(unit));
                return;
        }
        if (unit is >= '1' and <= '9' && !IsOctal(_at + 1))
        {
            Reference();
            return;
        }
        var start = _at;
        var code = Character();
        _at = Math.Max(_at, start + 1);
        Character(0, code);
    }

    private string Boundary(bool negated)
    {
        if (!Has(PatternFlags.Ascii)) return negated ? "\\B" : "\\b";
        return negated
            ? $"(?:(?<={AsciiWord})(?={AsciiWord})|(?<!{AsciiWord})(?!{AsciiWord}))"
            : $"(?:(?<={AsciiWord})(?!{AsciiWord})|(?<!{AsciiWord})(?={AsciiWord}))";
    }

    private string Wide(char letter) =>
        char.IsAsciiLetterLower(letter) ? $"[{Members(letter)}]" : $"[^{Members(char.ToLowerInvariant(letter))}]";

    // What a lower-case class letter stands for, to be put between brackets.
    private string Members(char letter) => (letter, Has(PatternFlags.Ascii)) switch
    {
        ('d', true) => "0-9",
        ('d', false) => "\\d",
        ('w', true) => "a-zA-Z0-9_",
        ('w', false) => "\\p{L}\\p{N}_",
        (_, true) => " \\t\\n\\r\\f\\v",
        _ => "\\s\\x1c-\\x1f",
    };

    private bool IsOctal(int at) =>
        at + 2 < pattern.Length && pattern[at] is >= '0' and <= '3' && pattern[at + 1] is >= '0' and <= '7'
            && pattern[at + 2] is >= '0' and <= '7';

    private void Reference()
    {
        var length = _at + 2 < pattern.Length && char.IsAsciiDigit(pattern[_at + 2]) ? 2 : 1;
        var number = int.Parse(pattern.AsSpan(_at + 1, length), CultureInfo.InvariantCulture);
        if (number > _groups) throw Error($"invalid group reference {number}", _at + 1);
        if (!_closed.Contains(number)) throw Error("cannot refer to an open group", _at);
        BackReference(1 + length, number);
    }

    // The code point of an escape that stands for one character; steps behind it.
    private int Character()
    {
        var start = _at;
        var unit = pattern[_at + 1];
        _at += 2;
        switch (unit)
        {
            case 'a': return 7;
            case 'b': return 8;
            case 'f': return 12;
            case 'n': return 10;
            case 'r': return 13;
            case 't': return 9;
            case 'v': return 11;
            case 'x': return Hexadecimal(start, 2);
            case 'u': return Hexadecimal(start, 4);
            case 'U': return Hexadecimal(start, 8);
            case 'N': return Named(start);
        }
        if (unit is >= '0' and <= '7' && (unit == '0' || IsOctal(start + 1))) return Octal(start);
        if (char.IsAsciiLetterOrDigit(unit)) throw Error($"bad escape \\{unit}", start);
        if (!char.IsHighSurrogate(unit) || !Rune.TryGetRuneAt(pattern, start + 1, out var rune)) return unit;
        _at++;
        return rune.Value;
    }

    private int Named(int start)
    {
        if (_at >= pattern.Length || pattern[_at] != '{') throw Error("missing {", _at);
        var name = Until('}', _at + 1, "character name");
        var found = UnicodeNames.Find(name) ?? throw Error($"undefined character name {StringText.Repr(name)}", start);
        _at += name.Length + 2;
        return char.ConvertToUtf32(found, 0);
    }

    private int Hexadecimal(int start, int digits)
    {
        var count = 0;
        while (count < digits && _at + count < pattern.Length && char.IsAsciiHexDigit(pattern[_at + count])) count++;
        var text = pattern.AsSpan(_at, count);
        if (count < digits) throw Error($"incomplete escape {pattern[start..(start + 2)]}{text}", start);
        var code = uint.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (code > 0x10ffff) throw Error($"bad escape {pattern[start..(start + 2)]}{text}", start);
        _at += digits;
        return (int)code;
    }

    private int Octal(int start)
    {
        _at = start + 1;
        var value = 0;
        for (var i = 0; i < 3 && _at < pattern.Length && pattern[_at] is >= '0' and <= '7'; i++)
            value = value * 8 + (pattern[_at++] - '0');
        return value;
    }

    private void Class()
    {
        var start = _at++;
        var negated = _at < pattern.Length && pattern[_at] == '^';
        if (negated) _at++;
        var narrow = new StringBuilder();
        var astral = new StringBuilder();
        for (var first = true; ; first = false)
        {
            ctx.Step();
            if (_at >= pattern.Length) throw Error("unterminated character set", start);
            if (pattern[_at] == ']' && !first) break;
            Member(start, narrow, astral);
        }
        var end = ++_at;
        _at = start;
        Item(end - start, Assemble(negated, narrow.ToString(), astral.ToString()));
    }

    private string Assemble(bool negated, string narrow, string astral)
    {
        if (!negated)
        {
            var own = narrow.Length > 0 ? $"[{narrow}]" : "(?!)";
            return astral.Length == 0 ? own : $"(?:{astral[1..]}|{own})";
        }
        var single = narrow.Length > 0 ? $"[^{narrow}]" : "[\\s\\S]";
        if (!pairs) return single;
        var other = astral.Length == 0 ? "" : $"(?!{astral[1..]})";
        return $"(?:{other}[\\ud800-\\udbff][\\udc00-\\udfff]|(?![\\ud800-\\udbff][\\udc00-\\udfff]){single})";
    }

    private void Member(int start, StringBuilder narrow, StringBuilder astral)
    {
        var position = _at;
        if (pattern[_at] == '\\' && _at + 1 < pattern.Length
            && pattern[_at + 1] is 'd' or 'w' or 's' or 'D' or 'W' or 'S' && pattern[_at] == '\\')
        {
            var letter = pattern[_at + 1];
            narrow.Append(char.IsAsciiLetterLower(letter) ? Members(letter) : $"\\{letter}");
            _at += 2;
            if (_at + 1 >= pattern.Length || pattern[_at] != '-' || pattern[_at + 1] == ']') return;
            _at++;
            if (pattern[_at] == '\\') _at++;
            throw Error($"bad character range {pattern[position..Math.Min(_at + 1, pattern.Length)]}", position);
        }
        var low = MemberCharacter(start);
        if (_at + 1 >= pattern.Length || pattern[_at] != '-' || pattern[_at + 1] == ']')
        {
            Add(low, low, narrow, astral);
            return;
        }
        _at++;
        if (pattern[_at] == '\\' && _at + 1 < pattern.Length
            && pattern[_at + 1] is 'd' or 'w' or 's' or 'D' or 'W' or 'S' && pattern[_at] == '\\')
            throw Error($"bad character range {pattern[position..(_at + 2)]}", position);
        var high = MemberCharacter(start);
        if (high < low) throw Error($"bad character range {pattern[position.._at]}", position);
        Add(low, high, narrow, astral);
    }

    private int MemberCharacter(int start)
    {
        if (_at >= pattern.Length) throw Error("unterminated character set", start);
        if (pattern[_at] == '\\')
        {
            if (_at + 1 >= pattern.Length) throw Error("bad escape (end of pattern)", _at);
            return Character();
        }
        if (!Rune.TryGetRuneAt(pattern, _at, out var rune)) return pattern[_at++];
        _at += rune.Utf16SequenceLength;
        return rune.Value;
    }

    private static void Add(int low, int high, StringBuilder narrow, StringBuilder astral)
    {
        if (low <= 0xffff)
        {
            narrow.Append(Unit(low));
            if (high > low) narrow.Append('-').Append(Unit(Math.Min(high, 0xffff)));
        }
        if (high <= 0xffff) return;
        low = Math.Max(low, 0x10000);
        // Ranges by their leading unit: the first and last may be cut, those between are whole.
        for (int from = (low - 0x10000) >> 10, to = (high - 0x10000) >> 10, lead = from; lead <= to; lead++)
        {
            var whole = lead > from && lead < to;
            int first = lead == from ? (low & 0x3ff) : 0, last = lead == to ? (high & 0x3ff) : 0x3ff;
            var until = whole ? to - 1 : lead;
            astral.Append('|').Append('[').Append(Unit(0xd800 + lead)).Append('-').Append(Unit(0xd800 + until))
                .Append("][")
                .Append(Unit(0xdc00 + first)).Append('-').Append(Unit(0xdc00 + last)).Append(']');
            lead = until;
        }
    }
}
