using System.Globalization;
using System.Text;

namespace Punie.Python.Syntax;

/// <summary>A place where the text is not Python, in CPython's words where those are well known.</summary>
/// <param name="Type">Python's exception type: SyntaxError, IndentationError or TabError.</param>
/// <param name="Message">What is wrong, without the type.</param>
/// <param name="Line">1-based line of the span's start.</param>
/// <param name="Column">1-based column of the span's start in UTF-16 units.</param>
/// <param name="Span">The text that is wrong.</param>
public sealed record SyntaxError(string Type, string Message, int Line, int Column, TextSpan Span)
{
    internal SourceText? Source { get; init; }

    /// <summary>True for what CPython's compiler refuses after its grammar has taken the text.</summary>
    internal bool IsCompileTime { get; init; }

    /// <summary>The error as CPython prints it: file, line, source line with carets, type and message.</summary>
    /// <param name="file">The name to show for the source.</param>
    public string ToText(string file = "<string>")
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"  File \"{file}\", line {Line}\n");
        if (Source is not null) AppendSourceLine(text, Source.LineText(Line));
        return text.Append(Type).Append(": ").Append(Message).ToString();
    }

    private void AppendSourceLine(StringBuilder text, string line)
    {
        var shown = line.TrimStart(' ', '\t', '\f');
        var first = Math.Max(0, Column - 1 - (line.Length - shown.Length));
        shown = shown.TrimEnd();
        if (shown.Length == 0) return;
        first = Math.Min(first, shown.Length);
        var width = Math.Clamp(Span.Length, 1, Math.Max(1, shown.Length - first));
        text.Append("    ").Append(shown).Append("\n    ");
        foreach (var unit in shown.AsSpan(0, first)) text.Append(unit == '\t' ? '\t' : ' ');
        text.Append('^', width).Append('\n');
    }
}
