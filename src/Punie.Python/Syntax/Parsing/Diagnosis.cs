using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

/// <summary>Finds CPython's words for a token that no rule takes.</summary>
/// <remarks>Source: the <c>invalid_</c> rules of CPython's Grammar/python.gram.</remarks>
internal sealed class Diagnosis(TokenCursor cursor, ExpressionParser expressions)
{
    public ParseFailure? Explain() =>
        ExplainToken() ?? ExplainPrint() ?? ExplainAssignment() ?? ExplainComma() ?? ExplainIndentation();

    /// <summary>What is wrong with the characters of the line; it goes before what is wrong with its grammar.</summary>
    /// <remarks>Inside an f-string only the current token counts, as in CPython.</remarks>
    public ParseFailure? ExplainToken()
    {
        if (UnclosedOrWrong(cursor.Position) is { } here) return here;
        if (IsInFormattedString()) return null;
        for (var i = cursor.Position; cursor.Tokens[i].Kind is not (TokenKind.Newline or TokenKind.EndOfFile); i++)
        {
            if (cursor.Lexed.Errors.TryGetValue(i, out var error))
                return error.IsUnclosedBracket && !IsOpenedAbove(error)
                    ? null
                    : new(error.Type, error.Message, error.Span);
        }

        return null;
    }

    /// <summary>Words for what stands behind a complete expression in brackets; null when nothing fits.</summary>
    public ParseFailure? ExplainNeighbour() => ExplainComma();

    private ParseFailure? UnclosedOrWrong(int token) =>
        cursor.Lexed.Errors.TryGetValue(token, out var error) ? new(error.Type, error.Message, error.Span) : null;

    private bool IsOpenedAbove(LexicalError error) =>
        cursor.Source.LineOf(error.Span.Start) < cursor.Source.LineOf(cursor.Start);

    private bool IsInFormattedString()
    {
        var open = 0;
        for (var i = cursor.StatementStart; i < cursor.Position; i++)
        {
            if (cursor.Tokens[i].Kind == TokenKind.FStringStart) open++;
            else if (cursor.Tokens[i].Kind == TokenKind.FStringEnd) open--;
        }

        return open > 0;
    }

    private ParseFailure? ExplainPrint()
    {
        var (start, end) = expressions.LastExpression;
        if (end != cursor.Position || end != start + 1 || !IsLegacyStatement(start)) return null;
        var word = cursor.TextOf(cursor.Tokens[start]);
        return cursor.Try(() =>
        {
            expressions.ParseExpressions();
            return TokenCursor.Fail(
                $"Missing parentheses in call to '{word}'. Did you mean {word}(...)?",
                cursor.SpanFrom(cursor.Tokens[start].Start));
        });
    }

    private bool IsLegacyStatement(int token) => cursor.Tokens[token].Kind == TokenKind.Name
        && cursor.TextOf(cursor.Tokens[token]) is "print" or "exec";

    private ParseFailure? ExplainAssignment()
    {
        var (start, end, value) = expressions.LastNamed;
        if (cursor.Kind != TokenKind.Equal || end != cursor.Position || value is null) return null;
        var isName = end == start + 1 && value is NameExpression;
        if (!isName && !Targets.LooksLikeComparison(cursor, start, value)) return null;
        return cursor.Try(() =>
        {
            cursor.Advance();
            expressions.ParseBinary(1);
            if (cursor.Kind is TokenKind.Equal or TokenKind.ColonEqual) throw cursor.Unexpected();
            if (UnclosedOrWrong(cursor.Position) is { } lexical) return lexical;
            return isName
                ? TokenCursor.Fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                    cursor.SpanFrom(value.Span.Start))
                : TokenCursor.Fail(
                    $"cannot assign to {ExpressionNames.Of(value)} here. Maybe you meant '==' instead of '='?",
                    value.Span);
        });
    }

    private ParseFailure? ExplainComma()
    {
        var (start, end) = expressions.LastExpression;
        if (end != cursor.Position || !Operators.StartsExpression(cursor.Kind) || IsLegacyStatement(start)) return null;
        var first = cursor.Tokens[start];
        if (first.Kind == TokenKind.Name && end > start)
        {
            var isPrefixed = cursor.Tokens[start + 1].Kind is TokenKind.String or TokenKind.FStringStart;
            if (isPrefixed || cursor.TextOf(first) is "match" or "case" or "type" or "_") return null;
        }

        return cursor.Try(() =>
        {
            try
            {
                expressions.ParseExpression();
            }
            catch (ParseFailure) when (UnclosedOrWrong(cursor.Position) is not null)
            {
                return UnclosedOrWrong(cursor.Position)!;
            }

            if (UnclosedOrWrong(cursor.Position) is { } lexical) return lexical;
            if (OpenBrackets(cursor.Position) == 0) throw cursor.Unexpected();
            return TokenCursor.Fail("invalid syntax. Perhaps you forgot a comma?", cursor.SpanFrom(first.Start));
        });
    }

    private int OpenBrackets(int end)
    {
        var open = 0;
        for (var i = cursor.StatementStart; i < end; i++)
        {
            if (cursor.Tokens[i].Kind is TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.LeftBrace) open++;
            else if (cursor.Tokens[i].Kind is TokenKind.RightParen or TokenKind.RightBracket or TokenKind.RightBrace)
                open--;
        }

        return open;
    }

    private ParseFailure? ExplainIndentation() => cursor.Kind switch
    {
        // An operand before it: the grammar looked for "not in".
        TokenKind.Not when expressions.LastNot == cursor.Position =>
            UnclosedOrWrong(cursor.Position + 1)
            ?? TokenCursor.Fail("invalid syntax", cursor.Tokens[cursor.Position + 1].Span),
        TokenKind.Indent => TokenCursor.Fail("unexpected indent", cursor.Current.Span, "IndentationError"),
        TokenKind.Dedent => TokenCursor.Fail("unexpected unindent", cursor.Current.Span, "IndentationError"),
        _ => null,
    };
}
