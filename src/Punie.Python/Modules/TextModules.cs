using System.Text;
using Punie.Python.Builtins;
using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules;

/// <summary><c>string</c>.</summary>
internal static class StringModule
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private const string Blanks = " \t\n\r\v\f";

    internal static PyModule Load(RunContext ctx) => Library.LibraryModule.Lazy("string", NativeModule.Make(
        "string", [new NativeFunction("capwords", "s, sep=None", CapWords)],
        ("ascii_lowercase", PyValue.Str(Lower)), ("ascii_uppercase", PyValue.Str(Upper)),
        ("ascii_letters", PyValue.Str(Lower + Upper)), ("digits", PyValue.Str(Digits)),
        ("hexdigits", PyValue.Str(Digits + "abcdefABCDEF")), ("octdigits", PyValue.Str("01234567")),
        ("punctuation", PyValue.Str(Punctuation)),
        ("whitespace", PyValue.Str(Blanks)),
        ("printable", PyValue.Str(Digits + Lower + Upper + Punctuation + Blanks))));

    private static PyValue CapWords(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var words = ctx.ToArray(ctx.CallMethod(a[0], "split", a[1]));
        var capitalized = ctx.NewList([.. words.Select(w => ctx.CallMethod(w, "capitalize"))]);
        return ctx.CallMethod(a[1].IsNone ? PyValue.Str(" ") : a[1], "join", capitalized);
    }
}

/// <summary><c>textwrap</c>.</summary>
internal static class TextWrapModule
{
    private const string Style =
        "width=70, *, initial_indent='', subsequent_indent='', break_long_words=True, break_on_hyphens=True, "
        + "max_lines=None, placeholder=' [...]', expand_tabs=True, replace_whitespace=True, drop_whitespace=True, "
        + "fix_sentence_endings=False, tabsize=8";

    private static readonly NativeFunction[] Functions =
    [
        new("wrap", "text, " + Style, (ctx, a) => ctx.NewList([.. Wrap(ctx, a).Select(l => ctx.Text(l))])),
        new("fill", "text, " + Style, (ctx, a) => ctx.Text(string.Join('\n', Wrap(ctx, a)))),
        new("shorten",
            "text, width, *, placeholder=' [...]', initial_indent='', subsequent_indent='', "
            + "break_long_words=True, break_on_hyphens=True", Shorten),
        new("dedent", "text", Dedent),
        new("indent", "text, prefix, predicate=None", Indent),
    ];

    internal static PyModule Load(RunContext ctx) =>
        Library.LibraryModule.Lazy("textwrap", NativeModule.Make("textwrap", Functions));

    private static List<string> Wrap(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var text = Given.Text(ctx, a[0], "text must be str");
        var options =
            new WrapOptions(ctx.ClampedInt32(a[1]), ctx.Str(a[2]), ctx.Str(a[3]), ctx.Truth(a[4]), ctx.Truth(a[5]),
            a[6].IsNone ? null : ctx.ClampedInt32(a[6]), ctx.Str(a[7]))
            {
                DropsBlanks = ctx.Truth(a[10]),
                EndsSentences = ctx.Truth(a[11]),
            };
        if (ctx.Truth(a[8])) text = ctx.Str(ctx.CallMethod(ctx.Text(text), "expandtabs", a[12]));
        if (ctx.Truth(a[9]))
            text = string.Concat(text.Select(c => c is '\t' or '\n' or '\v' or '\f' or '\r' ? ' ' : c));
        return new TextWrapper(ctx, options).Wrap(text);
    }

    private static PyValue Shorten(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var text =
            string.Join(' ', Given.Text(ctx, a[0], "text must be str")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var options =
            new WrapOptions(ctx.ClampedInt32(a[1]), ctx.Str(a[3]), ctx.Str(a[4]), ctx.Truth(a[5]), ctx.Truth(a[6]), 1,
            ctx.Str(a[2]));
        return ctx.Text(string.Join('\n', new TextWrapper(ctx, options).Wrap(text)));
    }

    private static PyValue Dedent(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var lines = Given.Text(ctx, a[0], "text must be str").Split('\n');
        string? margin = null;
        for (var i = 0; i < lines.Length; i++)
        {
            ctx.Step();
            var body = lines[i].TrimStart(' ', '\t');
            if (body.Length == 0)
            {
                lines[i] = "";
                continue;
            }
            var indent = lines[i][..^body.Length];
            margin = margin is null ? indent : margin[..margin.AsSpan().CommonPrefixLength(indent)];
        }
        if (margin is { Length: > 0 }) lines = [.. lines.Select(l => l.Length > 0 ? l[margin.Length..] : l)];
        return ctx.Text(string.Join('\n', lines));
    }

    private static PyValue Indent(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var prefix = Given.Text(ctx, a[1], "prefix must be str");
        var result = new MeteredText(ctx);
        var text = ctx.Text(Given.Text(ctx, a[0], $"expected str, got {a[0].TypeName}"));
        foreach (var line in ctx.ToArray(ctx.CallMethod(text, "splitlines", PyValue.True)))
        {
            ctx.Step();
            var wanted = a[2].IsNone ? line.Text.Any(c => !TextKinds.IsSpace(c)) : ctx.Truth(ctx.Call(a[2], [line]));
            if (wanted) result.Append(prefix);
            result.Append(line.Text);
        }
        return result.ToValue();
    }
}

/// <summary>How to wrap.</summary>
internal sealed record WrapOptions(int Width, string FirstIndent, string OtherIndent, bool BreakLong,
    bool BreakHyphens, int? MaxLines, string Placeholder)
{
    /// <summary>Leave out blanks at both ends of a line.</summary>
    internal bool DropsBlanks { get; init; } = true;

    /// <summary>Two blanks behind the end of a sentence.</summary>
    internal bool EndsSentences { get; init; }
}

/// <summary>Breaks text into lines, as CPython's <c>TextWrapper</c>.</summary>
internal sealed class TextWrapper(RunContext ctx, WrapOptions options)
{
    internal List<string> Wrap(string text)
    {
        if (options.Width <= 0) throw ctx.ValueError($"invalid width {options.Width} (must be > 0)");
        if (options.MaxLines is { } most
            && (most > 1 ? options.OtherIndent : options.FirstIndent).Length + options.Placeholder.TrimStart()
            .Length > options.Width)
            throw ctx.ValueError("placeholder too large for max width");
        var chunks = new Stack<string>(Split(text).AsEnumerable().Reverse());
        var lines = new List<string>();
        while (chunks.Count > 0)
        {
            ctx.Step();
            var indent = lines.Count > 0 ? options.OtherIndent : options.FirstIndent;
            var width = options.Width - indent.Length;
            if (options.DropsBlanks && string.IsNullOrWhiteSpace(chunks.Peek()) && lines.Count > 0) chunks.Pop();
            var line = Take(chunks, width);
            if (options.DropsBlanks && line.Count > 0 && string.IsNullOrWhiteSpace(line[^1]))
                line.RemoveAt(line.Count - 1);
            if (line.Count == 0) continue;
            var fits = options.MaxLines is null || lines.Count + 1 < options.MaxLines
                || ((chunks.Count == 0
                || (options.DropsBlanks && chunks.Count == 1 && string.IsNullOrWhiteSpace(chunks.Peek())))
                    && line.Sum(c => c.Length) <= width);
            if (fits) lines.Add(indent + string.Concat(line));
            else
            {
                Truncate(lines, line, (indent, width));
                break;
            }
        }
        return lines;
    }

    private List<string> Take(Stack<string> chunks, int width)
    {
        var line = new List<string>();
        var length = 0;
        while (chunks.Count > 0 && length + chunks.Peek().Length <= width)
        {
            ctx.Step();
            line.Add(chunks.Pop());
            length += line[^1].Length;
        }
        if (chunks.Count > 0 && chunks.Peek().Length > width) BreakLong(chunks, line, width - length);
        return line;
    }

    private void BreakLong(Stack<string> chunks, List<string> line, int room)
    {
        if (options.BreakLong)
        {
            var chunk = chunks.Pop();
            var end = Math.Max(1, room);
            if (room < 1 && line.Count > 0) end = 0;
            if (options.BreakHyphens && end < chunk.Length && end > 0
                && chunk.LastIndexOf('-', end - 1) is > 0 and var hyphen && chunk[..hyphen].Any(c => c != '-')) end =
                    hyphen + 1;
            if (end > 0) line.Add(chunk[..Math.Min(end, chunk.Length)]);
            chunks.Push(chunk[Math.Min(end, chunk.Length)..]);
        }
        else if (line.Count == 0) line.Add(chunks.Pop());
    }

    private void Truncate(List<string> lines, List<string> line, (string Indent, int Width) place)
    {
        while (line.Count > 0)
        {
            ctx.Step();
            if (!string.IsNullOrWhiteSpace(line[^1])
                && line.Sum(c => c.Length) + options.Placeholder.Length <= place.Width)
            {
                lines.Add(place.Indent + string.Concat(line) + options.Placeholder);
                return;
            }
            line.RemoveAt(line.Count - 1);
        }
        if (lines.Count > 0)
        {
            var last = lines[^1].TrimEnd();
            if (last.Length + options.Placeholder.Length <= options.Width)
            {
                lines[^1] = last + options.Placeholder;
                return;
            }
        }
        lines.Add(place.Indent + options.Placeholder.TrimStart());
    }

    // Blanks and words; a word with hyphens between letters may break behind them.
    private List<string> Split(string text)
    {
        ctx.Tick(text.Length >> 2);
        ctx.Meter.Reserve(8L * text.Length);
        var chunks = new List<string>();
        var piece = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var blank = TextKinds.IsSpace(text[i]);
            if (piece.Length > 0 && blank != TextKinds.IsSpace(piece[0])) Flush(chunks, piece);
            piece.Append(text[i]);
            var breaks = options.BreakHyphens && text[i] == '-' && i > 1 && i + 2 < text.Length
                && char.IsLetter(text[i - 1]) && char.IsLetterOrDigit(text[i - 2]) && char.IsLetterOrDigit(text[i + 1])
                && char.IsLetter(text[i + 2]);
            if (breaks) Flush(chunks, piece);
        }
        Flush(chunks, piece);
        if (options.EndsSentences) EndSentences(chunks);
        return chunks;
    }

    private static void EndSentences(List<string> chunks)
    {
        for (var i = 0; i + 1 < chunks.Count; i++)
        {
            var word = chunks[i].AsSpan();
            if (word[^1] is '"' or '\'') word = word[..^1];
            if (chunks[i + 1] != " " || word.Length < 2 || word[^1] is not ('.' or '!' or '?')
                || !char.IsAsciiLetterLower(word[^2])) continue;
            chunks[i + 1] = "  ";
        }
    }

    private static void Flush(List<string> chunks, StringBuilder piece)
    {
        if (piece.Length > 0) chunks.Add(piece.ToString());
        piece.Clear();
    }
}
