using System.Globalization;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Formatting;

/// <summary><c>text.format(…)</c> and <c>text.format_map(…)</c>.</summary>
/// <remarks>
/// Source: Objects/stringlib/unicode_format.h. Attributes go through the same guarded lookup as everywhere else.
/// </remarks>
internal sealed class FieldFormat(RunContext ctx, PyValue[]? positional, PyValue named)
{
    private int _auto;
    private bool? _manual;

    /// <param name="format">The text with replacement fields.</param>
    /// <param name="depth">How deep fields may nest in specifications.</param>
    internal string Run(string format, int depth = 2)
    {
        if (depth < 1) throw ctx.ValueError("Max string recursion exceeded");
        var text = new MeteredText(ctx);
        var at = 0;
        while (at < format.Length)
        {
            ctx.Step();
            var brace = format.AsSpan(at).IndexOfAny('{', '}');
            if (brace < 0) brace = format.Length - at;
            text.Append(format.AsSpan(at, brace));
            at += brace;
            if (at >= format.Length) break;
            var unit = format[at++];
            if (at < format.Length && format[at] == unit)
            {
                text.Append(unit);
                at++;
            }
            else if (unit == '}') throw ctx.ValueError("Single '}' encountered in format string");
            else if (at >= format.Length) throw ctx.ValueError("Single '{' encountered in format string");
            else text.Append(Field(format, ref at, depth));
        }
        return text.ToString();
    }

    private string Field(string format, ref int at, int depth)
    {
        var name = Name(format, ref at);
        var conversion = '\0';
        if (format[at] == '!')
        {
            if (at + 1 >= format.Length) throw ctx.ValueError("end of string while looking for conversion specifier");
            conversion = format[at + 1];
            at += 2;
            if (at >= format.Length) throw ctx.ValueError("unmatched '{' in format spec");
            if (format[at] is not (':' or '}')) throw ctx.ValueError("expected ':' after conversion specifier");
        }
        var spec = format[at++] == ':' ? Specification(format, ref at) : "";
        var value = Convert(Lookup(name), conversion);
        if (spec.Contains('{', StringComparison.Ordinal) || spec.Contains('}', StringComparison.Ordinal))
            spec = Run(spec, depth - 1);
        return ctx.Format(value, spec);
    }

    // Up to the colon, exclamation mark or closing brace; brackets may hold those.
    private string Name(string format, ref int at)
    {
        var start = at;
        var inBracket = false;
        for (; at < format.Length; at++)
        {
            var unit = format[at];
            if (unit == '{') throw ctx.ValueError("unexpected '{' in field name");
            if (unit == '[') inBracket = true;
            else if (unit == ']') inBracket = false;
            else if (!inBracket && unit is ('}' or ':' or '!')) return format[start..at];
        }
        throw ctx.ValueError("expected '}' before end of string");
    }

    private string Specification(string format, ref int at)
    {
        var start = at;
        for (var open = 1; at < format.Length; at++)
        {
            open += format[at] == '{' ? 1 : format[at] == '}' ? -1 : 0;
            if (open == 0) return format[start..at++];
        }
        throw ctx.ValueError("expected '}' before end of string");
    }

    private PyValue Convert(PyValue value, char conversion) => conversion switch
    {
        '\0' => value,
        's' => ctx.Text(ctx.Str(value)),
        'r' => ctx.Text(ctx.Repr(value)),
        'a' => ctx.Text(AsciiText.Of(ctx, value)),
        _ => throw ctx.ValueError($"Unknown conversion specifier {conversion}"),
    };

    private PyValue Lookup(string name)
    {
        var end = name.AsSpan().IndexOfAny('.', '[');
        var first = end < 0 ? name : name[..end];
        var value = First(first);
        for (var at = first.Length; at < name.Length;)
        {
            ctx.Step();
            if (name[at] == '.')
            {
                var stop = name.AsSpan(at + 1).IndexOfAny('.', '[');
                var attribute = stop < 0 ? name[(at + 1)..] : name.Substring(at + 1, stop);
                if (attribute.Length == 0) throw ctx.ValueError("Empty attribute in format string");
                if (!IsReadable(value, attribute)) throw ctx.NoAttribute(value, attribute);
                value = ctx.GetAttribute(value, attribute);
                at += 1 + attribute.Length;
            }
            else if (name[at] == '[')
            {
                var close = name.IndexOf(']', at);
                if (close < 0) throw ctx.ValueError("Missing ']' in format string");
                var key = name[(at + 1)..close];
                if (key.Length == 0) throw ctx.ValueError("Empty attribute in format string");
                value = ctx.GetItem(value, TryIndex(key, out var index) ? PyValue.Int(index) : ctx.Text(key));
                at = close + 1;
            }
            else throw ctx.ValueError("Only '.' or '[' may follow ']' in format field specifier");
        }
        return value;
    }

    // A format text may come from outside the program: special names are read only from what the program itself
    // defined.
    private static bool IsReadable(PyValue value, string attribute) =>
        !attribute.StartsWith("__", StringComparison.Ordinal)
            || value.Ref is PyInstance { Type.IsUserDefined: true } or PyType { IsUserDefined: true } or PyFunction;

    private PyValue First(string name)
    {
        var isIndex = TryIndex(name, out var index);
        if (name.Length == 0 || isIndex)
        {
            if (_manual is { } manual && manual != isIndex)
            {
                throw ctx.ValueError(isIndex
                    ? "cannot switch from automatic field numbering to manual field specification"
                    : "cannot switch from manual field specification to automatic field numbering");
            }
            _manual = isIndex;
            if (!isIndex) index = _auto++;
            if (positional is null) throw ctx.ValueError("Format string contains positional fields");
            return index < positional.Length
                ? positional[index]
                : throw ctx.IndexError($"Replacement index {index} out of range for positional args tuple");
        }
        return ctx.GetItem(named, ctx.Text(name));
    }

    private static bool TryIndex(string text, out int index) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out index);
}
