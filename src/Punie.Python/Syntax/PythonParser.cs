using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Parsing;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax;

/// <summary>Reads Python 3.14 source text.</summary>
/// <remarks>Linear time; no input overflows the native stack. Not covered: rules that need scopes, such as a name that
/// is used before its <c>global</c> statement. Source: https://docs.python.org/3.14/reference/grammar.html.</remarks>
public static class PythonParser
{
    /// <summary>Parses a whole file; an error does not hide what comes after it.</summary>
    /// <param name="source">Text with any line ends; a byte order mark is skipped.</param>
    /// <param name="options">The bounds.</param>
    public static ParseResult Parse(string source, ParseOptions options)
    {
        options.Checked();
        var text = new SourceText(source);
        if (source.Length > options.MaxChars) return RefuseLength(text, options);
        var lexed = Lexer.Read(source, options);
        var cursor = new TokenCursor(text, lexed, options);
        var module = new StatementParser(cursor).ParseModule();
        return new(module, text, InSourceOrder(cursor.Errors)) { Tokens = lexed.Tokens, Trivia = lexed.Trivia };
    }

    /// <summary>Parses a whole file within <see cref="ParseOptions.Default"/>.</summary>
    public static ParseResult Parse(string source) => Parse(source, ParseOptions.Default);

    /// <summary>Parses a file's bytes, whose encoding is what its first lines say.</summary>
    public static ParseResult Parse(ReadOnlySpan<byte> source, ParseOptions options)
    {
        var decoded = DecodedSource.From(source);
        var result = Parse(decoded.Text, options);
        return decoded.Error is null
            ? result
            : result with { Errors = [decoded.Error with { Source = result.Source }, .. result.Errors] };
    }

    /// <summary>Parses a file's bytes within <see cref="ParseOptions.Default"/>.</summary>
    public static ParseResult Parse(ReadOnlySpan<byte> source) => Parse(source, ParseOptions.Default);

    private static ParseResult RefuseLength(SourceText text, ParseOptions options)
    {
        var all = new TextSpan(0, text.Text.Length);
        var limit = options.MaxChars.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var error =
            new SyntaxError("SyntaxError", $"source is longer than {limit} characters", 1, 1, new(0, 0))
            {
                Source = text
            };
        return new(new Module(all, [new InvalidStatement(all, [])]), text, [error]);
    }

    private static SyntaxError[] InSourceOrder(IReadOnlyList<SyntaxError> errors) =>
        [.. errors.OrderBy(e => e.Span.Start)];
}
