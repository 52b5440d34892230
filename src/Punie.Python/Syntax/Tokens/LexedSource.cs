namespace Punie.Python.Syntax.Tokens;

/// <summary>An error found while reading tokens; it stands in the tokens as <see cref="TokenKind.Error"/>.</summary>
/// <param name="Type">Python's exception type.</param>
/// <param name="Message">CPython's words.</param>
/// <param name="Span">What to point at.</param>
internal sealed record LexicalError(string Type, string Message, TextSpan Span)
{
    /// <summary>True for an open bracket that the text never closes.</summary>
    public bool IsUnclosedBracket { get; init; }
}

/// <summary>The tokens of a text.</summary>
/// <param name="Tokens">Ends in <see cref="TokenKind.EndOfFile"/>.</param>
/// <param name="Trivia">Comments and blank lines.</param>
/// <param name="Errors">By index of the error token.</param>
internal sealed record LexedSource(Token[] Tokens, Token[] Trivia, Dictionary<int, LexicalError> Errors);
