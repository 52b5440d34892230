using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

/// <summary>f-strings and t-strings: texts and replacement fields, nested to any depth the tokens allow.</summary>
internal sealed class FormattedStringParser(TokenCursor cursor, ExpressionParser expressions)
{
    private static readonly Comparer<Token> ByStart = Comparer<Token>.Create((a, b) => a.Start.CompareTo(b.Start));

    private sealed record Kind(bool IsTemplate, bool IsRaw)
    {
        public string Name => IsTemplate ? "t-string" : "f-string";
    }

    /// <summary>Reads one literal into <paramref name="parts"/>; true for a t-string.</summary>
    public bool Parse(StringParts parts)
    {
        var prefix = cursor.Source.Text.AsSpan(cursor.Start, cursor.Current.End - cursor.Start);
        var kind = new Kind(prefix.IndexOfAny("tT") >= 0, prefix.IndexOfAny("rR") >= 0);
        cursor.Advance();
        while (cursor.Kind != TokenKind.FStringEnd) ParsePart(kind, parts, isSpec: false);
        cursor.Advance();
        return kind.IsTemplate;
    }

    private void ParsePart(Kind kind, StringParts parts, bool isSpec)
    {
        if (cursor.Kind == TokenKind.LeftBrace) ParseField(kind, parts, isSpec);
        else if (cursor.Kind == TokenKind.FStringMiddle) ParseText(kind, parts, isSpec);
        else throw cursor.Unexpected();
    }

    private void ParseText(Kind kind, StringParts parts, bool isSpec)
    {
        var token = cursor.Current;
        var text = cursor.Source.Text.AsSpan(token.Start, token.End - token.Start);
        var value = EscapeDecoder.Decode(text, new(kind.IsRaw, false, !isSpec), out var error)
            ?? throw TokenCursor.Fail(error!, token.Span);
        parts.AddText(value, token.Span);
        cursor.Advance();
    }

    private void ParseField(Kind kind, StringParts parts, bool isSpec)
    {
        var start = cursor.Start;
        cursor.Advance();
        FailOnEmptyField(kind);
        var value = ParseValue(kind);
        var valueEnd = cursor.PreviousEnd;
        var isDebug = cursor.TryTake(TokenKind.Equal);
        var debugEnd = cursor.Start;
        if (!isDebug && cursor.Kind is not (TokenKind.Exclamation or TokenKind.Colon or TokenKind.RightBrace))
            throw FailField($"{kind.Name}: expecting '=', or '!', or ':', or '}}'");
        if (isDebug && cursor.Kind is not (TokenKind.Exclamation or TokenKind.Colon or TokenKind.RightBrace))
            throw FailField($"{kind.Name}: expecting '!', or ':', or '}}'");
        var conversion = ParseConversion(kind);
        var spec = cursor.Kind == TokenKind.Colon ? ParseSpec(kind) : null;
        if (cursor.Kind != TokenKind.RightBrace)
            throw FailField(spec is null
                ? $"{kind.Name}: expecting ':' or '}}'"
                : $"{kind.Name}: expecting '}}', or format specs");
        cursor.Advance();
        if (isDebug) AddDebugText(parts, start + 1, debugEnd);
        if (isDebug && conversion is null && spec is null) conversion = 'r';
        var span = cursor.SpanFrom(start);
        parts.AddField(kind.IsTemplate && !isSpec
            ? new InterpolationExpression(span, value, Normalize(start + 1, valueEnd).Trim(), conversion, spec)
            : new FormattedValueExpression(span, value, conversion, spec));
    }

    private void FailOnEmptyField(Kind kind)
    {
        if (cursor.Kind is TokenKind.RightBrace or TokenKind.Equal or TokenKind.Exclamation or TokenKind.Colon)
        {
            var text = cursor.Source.TextOf(cursor.Current.Span);
            throw TokenCursor.Fail($"{kind.Name}: valid expression required before '{text}'", cursor.Current.Span);
        }
    }

    private Expression ParseValue(Kind kind)
    {
        if (cursor.Kind == TokenKind.Error) throw cursor.Unexpected();
        if (cursor.Kind != TokenKind.Yield && !Operators.StartsElement(cursor.Kind))
            throw TokenCursor.Fail($"{kind.Name}: expecting a valid expression after '{{'", cursor.Current.Span);
        var first = cursor.Position;
        try
        {
            var value = expressions.ParseYieldOrExpressions();
            expressions.RefuseStar(value);
            return value;
        }
        catch (ParseFailure failure) when (failure.Message == "invalid syntax" && cursor.Position > first)
        {
            // CPython's words depend on how much of the field reads as an expression.
            var isStart = cursor.Position == first + 1 && Operators.StartsElement(cursor.Tokens[first].Kind);
            throw isStart
                ? TokenCursor.Fail($"{kind.Name}: expecting a valid expression after '{{'", cursor.Tokens[first].Span)
                : TokenCursor.Fail(
                    $"{kind.Name}: expecting '=', or '!', or ':', or '}}'", cursor.Tokens[cursor.Position - 1].Span);
        }
    }

    private ParseFailure FailField(string message)
    {
        if (cursor.Kind == TokenKind.Error) return cursor.Unexpected();
        return expressions.Diagnosis.ExplainNeighbour() ?? TokenCursor.Fail(message, cursor.Current.Span);
    }

    // The text of {x = } is as written, without comments.
    private void AddDebugText(StringParts parts, int start, int end)
    {
        var text = new System.Text.StringBuilder();
        var from = start;
        foreach (var comment in CommentsBetween(start, end))
        {
            text.Append(Normalize(from, comment.Start));
            from = comment.End;
        }

        parts.AddText(text.Append(Normalize(from, end)).ToString(), new(start, end));
    }

    private IEnumerable<Token> CommentsBetween(int start, int end)
    {
        var trivia = cursor.Lexed.Trivia;
        var first = Array.BinarySearch(trivia, new(TokenKind.Comment, start, start), ByStart);
        for (var i = first < 0 ? ~first : first; i < trivia.Length && trivia[i].Start < end; i++)
        {
            if (trivia[i].Kind == TokenKind.Comment) yield return trivia[i];
        }
    }

    private string Normalize(int start, int end) =>
        cursor.Source.Text[start..end].Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private char? ParseConversion(Kind kind)
    {
        if (cursor.Kind != TokenKind.Exclamation) return null;
        var end = cursor.Current.End;
        cursor.Advance();
        if (cursor.Kind is TokenKind.Colon or TokenKind.RightBrace)
            throw TokenCursor.Fail($"{kind.Name}: missing conversion character", cursor.Current.Span);
        if (cursor.Kind != TokenKind.Name)
            throw FailField($"{kind.Name}: invalid conversion character");
        var name = cursor.TakeName();
        if (name.Span.Start != end)
            throw TokenCursor.Fail(
                $"{kind.Name}: conversion type must come right after the exclamation mark",
                new(end - 1, name.Span.End));
        if (name.Text is not ("s" or "r" or "a"))
            throw TokenCursor.Fail(
                $"{kind.Name}: invalid conversion character '{name.Text}': expected 's', 'r', or 'a'", name.Span);
        return name.Text[0];
    }

    private JoinedStringExpression ParseSpec(Kind kind)
    {
        var start = cursor.Start;
        cursor.Advance();
        var parts = new StringParts();
        while (cursor.Kind is TokenKind.FStringMiddle or TokenKind.LeftBrace) ParsePart(kind, parts, isSpec: true);
        return new(cursor.SpanFrom(start), parts.ToArray());
    }
}
