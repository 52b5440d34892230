using System.Globalization;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Formatting;

/// <summary>
/// A parsed format specification: <c>[[fill]align][sign][z][#][0][width][grouping][.precision][type]</c>.
/// </summary>
internal sealed class Spec
{
    internal string Fill { get; private set; } = " ";

    /// <summary>One of <c>&lt; &gt; = ^</c>; the default of the value's kind when it is not written.</summary>
    internal char Align { get; private set; }

    internal bool HasAlign { get; private set; }

    /// <summary><c>+</c>, <c>-</c>, a blank, or 0 when it is not written.</summary>
    internal char Sign { get; private set; }

    internal bool NoNegativeZero { get; private set; }

    internal bool Alternate { get; private set; }

    /// <summary>-1 when it is not written.</summary>
    internal int Width { get; private set; } = -1;

    /// <summary>A comma, an underscore, or 0.</summary>
    internal char Grouping { get; private set; }

    /// <summary>-1 when it is not written.</summary>
    internal int Precision { get; private set; } = -1;

    /// <summary>The type letter, or 0.</summary>
    internal char Type { get; private set; }

    /// <summary>Source: parse_internal_render_format_spec in Python/formatter_unicode.c.</summary>
    internal static Spec Parse(RunContext ctx, string text, string typeName, char defaultAlign)
    {
        var spec = new Spec { Align = defaultAlign };
        var at = spec.ParseAlign(text);
        if (at < text.Length && text[at] is '+' or '-' or ' ') spec.Sign = text[at++];
        if (Is(text, at, 'z')) spec.NoNegativeZero = ++at > 0;
        if (Is(text, at, '#')) spec.Alternate = ++at > 0;
        at = spec.ParseZero(text, at, defaultAlign);
        spec.Width = Number(ctx, text, ref at);
        at = spec.ParseGrouping(ctx, text, at);
        if (Is(text, at, '.'))
        {
            at++;
            spec.Precision = Number(ctx, text, ref at);
            if (spec.Precision < 0) throw ctx.ValueError("Format specifier missing precision");
        }
        if (text.Length - at > 1)
            throw ctx.ValueError($"Invalid format specifier '{text}' for object of type '{typeName}'");
        if (text.Length - at == 1) spec.Type = text[at];
        if (spec.Grouping != 0) spec.CheckGrouping(ctx);
        return spec;
    }

    /// <summary>The same without fill, alignment and width.</summary>
    internal Spec WithoutWidth() =>
        new()
        {
            Sign = Sign,
            NoNegativeZero = NoNegativeZero,
            Alternate = Alternate,
            Grouping = Grouping,
            Precision = Precision,
            Type = Type,
            Align = '>'
        };

    internal PyRaise Unknown(RunContext ctx, string typeName)
    {
        var code = Type is > ' ' and < (char)128 ? Type.ToString() : $"\\x{(int)Type:x}";
        return ctx.ValueError($"Unknown format code '{code}' for object of type '{typeName}'");
    }

    private static bool Is(string text, int at, char unit) => at < text.Length && text[at] == unit;

    private static bool IsAlign(string text, int at) => at < text.Length && text[at] is '<' or '>' or '=' or '^';

    private int ParseAlign(string text)
    {
        var fill = text.Length > 1 && char.IsHighSurrogate(text[0]) && char.IsLowSurrogate(text[1]) ? 2 : 1;
        if (IsAlign(text, fill))
        {
            (Fill, Align, HasAlign) = (text[..fill], text[fill], true);
            return fill + 1;
        }
        if (!IsAlign(text, 0)) return 0;
        (Align, HasAlign) = (text[0], true);
        return 1;
    }

    private int ParseZero(string text, int at, char defaultAlign)
    {
        var fillWritten = HasAlign && at >= 2 && IsAlign(text, 1) || HasAlign && at >= 3
            && char.IsHighSurrogate(text[0]);
        if (fillWritten || !Is(text, at, '0')) return at;
        Fill = "0";
        if (!HasAlign && defaultAlign == '>') Align = '=';
        return at + 1;
    }

    private int ParseGrouping(RunContext ctx, string text, int at)
    {
        if (Is(text, at, ',')) Grouping = text[at++];
        if (Is(text, at, '_'))
        {
            if (Grouping != 0) throw ctx.ValueError("Cannot specify both ',' and '_'.");
            Grouping = text[at++];
        }
        if (!Is(text, at, ',')) return at;
        throw ctx.ValueError(Grouping == '_' ? "Cannot specify both ',' and '_'." : "Cannot specify ',' with ','.");
    }

    private void CheckGrouping(RunContext ctx)
    {
        if (Type is '\0' or 'd' or 'e' or 'f' or 'g' or 'E' or 'G' or '%' or 'F') return;
        if (Grouping == '_' && Type is 'b' or 'o' or 'x' or 'X') return;
        throw ctx.ValueError(Type is > ' ' and < (char)128
            ? $"Cannot specify '{Grouping}' with '{Type}'."
            : $"Cannot specify '{Grouping}' with '\\x{(int)Type:x}'.");
    }

    private static int Number(RunContext ctx, string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        if (at == start) return -1;
        return int.TryParse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture,
            out var number)
            ? number
            : throw ctx.ValueError("Too many decimal digits in format string");
    }
}
