using Punie.Python.Syntax;

namespace Punie.Python.Rewriting;

/// <summary>How a text ends its lines.</summary>
internal static class LineEnds
{
    /// <summary>The first line end of a text; LF when it has none.</summary>
    public static string Of(SourceText source)
    {
        var at = source.Text.AsSpan().IndexOfAny('\r', '\n');
        if (at < 0 || source.Text[at] == '\n') return "\n";
        return at + 1 < source.Text.Length && source.Text[at + 1] == '\n' ? "\r\n" : "\r";
    }
}
