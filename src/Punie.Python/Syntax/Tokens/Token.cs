namespace Punie.Python.Syntax.Tokens;

/// <summary>A piece of source text with its kind. Offsets are 0-based UTF-16 units.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of the first unit.</param>
/// <param name="End">Offset behind the last unit.</param>
public readonly record struct Token(TokenKind Kind, int Start, int End)
{
    /// <summary>Where it stands.</summary>
    public TextSpan Span => new(Start, End);
}
