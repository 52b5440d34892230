using System.Globalization;
using System.Text;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Patterns;

/// <summary>What a Python pattern becomes.</summary>
/// <param name="Pattern">The same pattern for .NET; every group is named by its number.</param>
/// <param name="GroupCount">Number of groups without the whole match.</param>
/// <param name="Names">Group numbers by name, in order.</param>
/// <param name="Flags">All flags, with those that the pattern sets itself.</param>
internal sealed record TranslatedPattern(string Pattern, int GroupCount, IReadOnlyDictionary<string, int> Names,
    PatternFlags Flags);

/// <summary>Turns Python's pattern syntax into .NET's, once from left to right, without recursion.</summary>
/// <param name="ctx">The run.</param>
/// <param name="pattern">Python's pattern.</param>
/// <param name="pairs">True for subjects with characters beyond 16 bits: one surrogate pair is one character
/// then.</param>
internal sealed partial class PatternTranslator(RunContext ctx, string pattern, bool pairs)
{
    private const int MaxPrefix = 64;
    private const string AsciiWord = "[a-zA-Z0-9_]";

    private readonly StringBuilder _result = new();
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Stack<OpenGroup> _open = new();
    private readonly HashSet<int> _closed = [];
    private PatternFlags _flags;
    private PatternFlags _global;
    private int _at;
    private int _groups;
    private int _characters;

    // Where the last complete item begins in the result; -1 where there is nothing to repeat.
    private int _item = -1;
    private bool _repeated;

    private readonly record struct OpenGroup(int Start, int Position, int Number, PatternFlags Flags, GroupKind Kind);

    internal TranslatedPattern Run(PatternFlags flags)
    {
        _flags = _global = flags;
        while (_at < pattern.Length)
        {
            ctx.Step();
            ctx.Meter.Reserve(8L * _result.Length);
            Next();
        }
        if (_open.TryPeek(out var group)) throw Error("missing ), unterminated subpattern", group.Position);
        if (_condition is { } condition && condition.Number > _groups)
            throw Error($"invalid group reference {condition.Number}", condition.Position);
        if (_varies) throw PatternErrors.Make(ctx, "look-behind requires fixed-width pattern", pattern, null);
        return new TranslatedPattern(_result.ToString(), _groups, _names, _global);
    }

    private bool Has(PatternFlags flag) => (_flags & flag) != 0;

    private void Next()
    {
        var unit = pattern[_at];
        if (Has(PatternFlags.Verbose) && SkipVerbose(unit)) return;
        switch (unit)
        {
            case '\\': Escape(); break;
            case '[': Class(); break;
            case '(': Open(); break;
            case ')': Close(); break;
            case '*' or '+' or '?': Quantifier(unit.ToString(), 1); break;
            case '{': Braces(); break;
            case '.': Item(1, Any()); break;
            case '^': Anchor(Has(PatternFlags.Multiline) ? "(?m:^)" : "\\A"); break;
            case '$': Anchor(Has(PatternFlags.Multiline) ? "(?m:$)" : "\\Z"); break;
            case '|': Branch(); break;
            default: Literal(); break;
        }
    }

    private bool SkipVerbose(char unit)
    {
        if (unit is ' ' or '\t' or '\n' or '\r' or '\f' or '\v')
        {
            _at++;
            return true;
        }
        if (unit != '#') return false;
        var end = pattern.IndexOf('\n', _at);
        _at = end < 0 ? pattern.Length : end + 1;
        return true;
    }

    private string Any()
    {
        var one = Has(PatternFlags.DotAll) ? "[\\s\\S]" : "[^\\n]";
        return pairs ? $"(?:[\\ud800-\\udbff][\\udc00-\\udfff]|{one})" : one;
    }

    private void Item(int length, string translated)
    {
        (_item, _repeated) = (_result.Length, false);
        _result.Append(translated);
        _at += length;
        Widen(new Width(1, 1));
    }

    // A place has no width, and there is nothing to repeat.
    private void Anchor(string translated, int length = 1)
    {
        _result.Append(translated);
        _at += length;
        (_item, _repeated) = (-1, false);
    }

    private void Literal()
    {
        var rune = Rune.TryGetRuneAt(pattern, _at, out var known) ? known.Value : pattern[_at];
        Character(rune > 0xffff ? 2 : 1, rune);
    }

    // .NET looks for the text that a pattern begins with in one go, which neither looks at the time nor is linear:
    // what is always true keeps that text short.
    private void Character(int length, int codePoint)
    {
        if (++_characters % MaxPrefix == 0) _result.Append("(?:\\b|\\B)");
        Item(length, Quote(codePoint));
    }

    private static string Quote(int codePoint)
    {
        if (codePoint < 128 && char.IsAsciiLetterOrDigit((char)codePoint)) return ((char)codePoint).ToString();
        if (codePoint <= 0xffff) return Unit(codePoint);
        var pair = char.ConvertFromUtf32(codePoint);
        return $"(?:{Unit(pair[0])}{Unit(pair[1])})";
    }

    private static string Unit(int unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{unit:x4}");

    private void Quantifier(string quantifier, int length)
    {
        if (_item < 0) throw Error("nothing to repeat", _at);
        if (_repeated) throw Error("multiple repeat", _at);
        _at += length;
        _result.Append(quantifier);
        if (_at < pattern.Length && pattern[_at] == '?')
        {
            _result.Append('?');
            _at++;
        }
        else if (_at < pattern.Length && pattern[_at] == '+')
        {
            _result.Insert(_item, "(?>").Append(')');
            _at++;
        }
        _repeated = true;
        Repeat(quantifier);
    }

    private void Braces()
    {
        var end = pattern.IndexOf('}', _at);
        var body = end < 0 ? "" : pattern[(_at + 1)..end];
        var comma = body.IndexOf(',', StringComparison.Ordinal);
        var low = comma < 0 ? body : body[..comma];
        var high = comma < 0 ? body : body[(comma + 1)..];
        if (body.Length == 0 || !low.All(char.IsAsciiDigit) || !high.All(char.IsAsciiDigit)
            || (comma < 0 && low.Length == 0))
        {
            Literal();
            return;
        }
        if (!Fits(low) || !Fits(high)) throw ctx.OverflowError("the repetition number is too large");
        if (low.Length > 0 && high.Length > 0
            && int.Parse(low, CultureInfo.InvariantCulture) > int.Parse(high, CultureInfo.InvariantCulture))
            throw Error("min repeat greater than max repeat", _at + 1);
        var first = low.Length == 0 ? "0" : low;
        Quantifier(comma < 0 ? $"{{{first}}}" : $"{{{first},{high}}}", end + 1 - _at);
    }

    private static bool Fits(string digits) =>
        digits.Length == 0 || int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private PyRaise Error(string message, int position) => PatternErrors.Make(ctx, message, pattern, position);
}
