namespace Punie.Python.Syntax.Parsing;

/// <summary>
/// Leaves the statement that cannot be read; the statement loop catches it and goes on behind the statement.
/// </summary>
internal sealed class ParseFailure(string type, string message, TextSpan span) : Exception(message)
{
    public string Type { get; } = type;

    public TextSpan Span { get; } = span;
}
