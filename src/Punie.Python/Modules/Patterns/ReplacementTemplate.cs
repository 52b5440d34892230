using System.Globalization;
using System.Text;
using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Patterns;

/// <summary>The replacement text of <c>re.sub</c>: literal parts and group references.</summary>
internal sealed class ReplacementTemplate
{
    // Group is -1 for a literal part.
    private readonly List<(string Literal, int Group)> _parts = [];

    private ReplacementTemplate()
    {
    }

    internal static ReplacementTemplate Parse(RunContext ctx, string text, PyPattern pattern)
    {
        var template = new ReplacementTemplate();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            ctx.Step();
            if (text[i] != '\\')
            {
                literal.Append(text[i++]);
                continue;
            }
            var group = Escape(ctx, (text, pattern), ref i, literal);
            if (group < 0) continue;
            template._parts.Add((literal.ToString(), -1));
            literal.Clear();
            template._parts.Add(("", group));
        }
        template._parts.Add((literal.ToString(), -1));
        return template;
    }

    internal void Append(RunContext ctx, MeteredText result, PyMatch match)
    {
        foreach (var (literal, group) in _parts)
        {
            ctx.Step();
            if (group < 0) result.Append(literal);
            else result.Append(match.Raw(group));
        }
    }

    private static int Escape(RunContext ctx, (string Text, PyPattern Pattern) source, ref int i, StringBuilder literal)
    {
        var (text, pattern) = source;
        if (i + 1 >= text.Length) throw PatternErrors.Make(ctx, "bad escape (end of pattern)", text, i);
        var unit = text[i + 1];
        if (unit == 'g') return NamedGroup(ctx, source, ref i);
        if (unit == '0' || IsOctal(text, i + 1))
        {
            var digits = 1;
            while (digits < 3 && i + 1 + digits < text.Length && text[i + 1 + digits] is >= '0' and <= '7') digits++;
            literal.Append((char)Convert.ToInt32(text.Substring(i + 1, digits), 8));
            i += 1 + digits;
            return -1;
        }
        if (char.IsAsciiDigit(unit))
        {
            var digits = i + 2 < text.Length && char.IsAsciiDigit(text[i + 2]) ? 2 : 1;
            var number = int.Parse(text.AsSpan(i + 1, digits), CultureInfo.InvariantCulture);
            if (number > pattern.GroupCount)
                throw PatternErrors.Make(ctx, $"invalid group reference {number}", text, i + 1);
            i += 1 + digits;
            return number;
        }
        var index = "abfnrtv\\".IndexOf(unit, StringComparison.Ordinal);
        if (index < 0 && char.IsAsciiLetter(unit)) throw PatternErrors.Make(ctx, $"bad escape \\{unit}", text, i);
        if (index >= 0) literal.Append("\a\b\f\n\r\t\v\\"[index]);
        else literal.Append('\\').Append(unit);
        i += 2;
        return -1;
    }

    private static bool IsOctal(string text, int at) =>
        at + 2 < text.Length && text[at] is >= '0' and <= '3' && text[at + 1] is >= '0' and <= '7'
            && text[at + 2] is >= '0' and <= '7';

    private static int NamedGroup(RunContext ctx, (string Text, PyPattern Pattern) source, ref int i)
    {
        var (text, pattern) = source;
        if (i + 2 >= text.Length || text[i + 2] != '<') throw PatternErrors.Make(ctx, "missing <", text, i + 2);
        var close = text.IndexOf('>', i + 3);
        if (close < 0)
            throw PatternErrors.Make(ctx, i + 3 == text.Length
            ? "missing group name"
            : "missing >, unterminated name", text, i + 3);
        var name = text[(i + 3)..close];
        if (name.Length == 0) throw PatternErrors.Make(ctx, "missing group name", text, i + 3);
        if (!pattern.Names.TryGetValue(name, out var number))
        {
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out number))
                throw ctx.IndexError($"unknown group name {StringText.Repr(name)}");
            if (number > pattern.GroupCount)
                throw PatternErrors.Make(ctx, $"invalid group reference {number}", text, i + 3);
        }
        i = close + 1;
        return number;
    }
}
