using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax;

/// <summary>
/// What a parse found. The module is always there; what could not be read is an <see cref="InvalidStatement"/>.
/// </summary>
/// <param name="Module">The tree.</param>
/// <param name="Source">The unchanged text that all spans refer to.</param>
/// <param name="Errors">In source order; empty for a valid program.</param>
public sealed record ParseResult(Module Module, SourceText Source, IReadOnlyList<SyntaxError> Errors)
{
    /// <summary>
    /// The one error that CPython would report: what its grammar refuses goes before what its compiler refuses.
    /// </summary>
    public SyntaxError? FirstError =>
        Errors.FirstOrDefault(e => !e.IsCompileTime) ?? (Errors.Count > 0 ? Errors[0] : null);

    /// <summary>The tokens that the tree was built from, ending in <see cref="TokenKind.EndOfFile"/>.</summary>
    public IReadOnlyList<Token> Tokens { get; init; } = [];

    /// <summary>Comments and blank lines in source order.</summary>
    public IReadOnlyList<Token> Trivia { get; init; } = [];
}
