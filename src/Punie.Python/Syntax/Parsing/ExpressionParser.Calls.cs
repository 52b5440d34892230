using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

// What follows a value: attributes, calls and subscripts.
internal sealed partial class ExpressionParser
{
    private Expression ParsePrimary()
    {
        var start = _cursor.Start;
        var value = ParseAtom();
        while (true)
        {
            switch (_cursor.Kind)
            {
                case TokenKind.Dot:
                    _cursor.Advance();
                    var name = _cursor.TakeName();
                    value = new AttributeExpression(_cursor.SpanFrom(start), value, name, ExpressionContext.Load);
                    break;
                case TokenKind.LeftParen:
                    var (arguments, keywords) = ParseArguments();
                    value = new CallExpression(_cursor.SpanFrom(start), value, arguments, keywords);
                    break;
                case TokenKind.LeftBracket:
                    _cursor.Advance();
                    var index = ParseIndex();
                    _cursor.Expect(TokenKind.RightBracket);
                    value = new SubscriptExpression(_cursor.SpanFrom(start), value, index, ExpressionContext.Load);
                    break;
                default:
                    return value;
            }

            _cursor.Links++;
        }
    }

    private Expression ParseIndex()
    {
        var start = _cursor.Start;
        var first = ParseSliceOrElement();
        if (_cursor.Kind != TokenKind.Comma && first is not StarredExpression) return first;
        var mark = _cursor.Scratch.Count;
        _cursor.Scratch.Add(first);
        while (_cursor.TryTake(TokenKind.Comma) && _cursor.Kind != TokenKind.RightBracket)
            _cursor.Scratch.Add(ParseSliceOrElement());
        return new TupleExpression(_cursor.SpanFrom(start), _cursor.TakeScratch(mark), ExpressionContext.Load);
    }

    private Expression ParseSliceOrElement()
    {
        if (_cursor.Kind == TokenKind.Star) return ParseStarred();
        var start = _cursor.Start;
        var lower = _cursor.Kind == TokenKind.Colon ? null : ParseNamed();
        if (lower is not null && (_cursor.Kind != TokenKind.Colon || IsBareWalrus(lower, start))) return lower;
        _cursor.Expect(TokenKind.Colon);
        var upper = ParseSlicePart();
        var step = _cursor.TryTake(TokenKind.Colon) ? ParseSlicePart() : null;
        return new SliceExpression(_cursor.SpanFrom(start), lower, upper, step);
    }

    private Expression? ParseSlicePart() =>
        _cursor.Kind is TokenKind.Colon or TokenKind.Comma or TokenKind.RightBracket ? null : ParseExpression();

    /// <summary>The arguments of a call or of a class, with their parentheses.</summary>
    public (IReadOnlyList<Expression> Arguments, IReadOnlyList<KeywordArgument> Keywords) ParseArguments()
    {
        var open = _cursor.Start;
        _cursor.Advance();
        if (_cursor.TryTake(TokenKind.RightParen)) return ([], []);
        var mark = _cursor.Scratch.Count;
        var keywords = new KeywordList(_cursor);
        do
        {
            if (_cursor.Kind == TokenKind.RightParen) break;
            if (_cursor.Kind == TokenKind.DoubleStar || IsKeywordArgument()) keywords.Add(ParseKeyword());
            else if (_cursor.Kind == TokenKind.Star) _cursor.Scratch.Add(ParseStarArgument(keywords));
            else _cursor.Scratch.Add(
                ParsePositional(open, _cursor.Scratch.Count == mark && keywords.Count == 0, keywords));
        }
        while (_cursor.TryTake(TokenKind.Comma));
        if (_cursor.Kind == TokenKind.RightParen) keywords.FailMisplaced();
        if (_cursor.Kind != TokenKind.RightParen) throw _cursor.Unexpected(keywords.Misplaced ?? "invalid syntax");
        _cursor.Advance();
        return (_cursor.TakeScratch(mark), keywords.ToArray());
    }

    private bool IsKeywordArgument() => _cursor.KindAt(1) == TokenKind.Equal
        && _cursor.Kind is TokenKind.Name or TokenKind.True or TokenKind.False or TokenKind.None;

    private KeywordArgument ParseKeyword()
    {
        var start = _cursor.Start;
        if (_cursor.TryTake(TokenKind.DoubleStar))
        {
            var mapping = ParseExpression();
            if (_cursor.Kind == TokenKind.Equal)
                throw TokenCursor.Fail("cannot assign to keyword argument unpacking", new(start, _cursor.Current.End));
            return new(_cursor.SpanFrom(start), null, mapping);
        }

        if (_cursor.Kind != TokenKind.Name)
            throw TokenCursor.Fail($"cannot assign to {_cursor.Source.TextOf(_cursor.Current.Span)}",
                new(start, _cursor.Tokens[_cursor.Position + 1].End));
        var name = _cursor.TakeName();
        Targets.CheckName(_cursor, name.Text, name.Span);
        _cursor.Advance();
        if (_cursor.Kind is TokenKind.Comma or TokenKind.RightParen)
            throw TokenCursor.Fail("expected argument value expression", _cursor.SpanFrom(start));
        var equal = _cursor.PreviousEnd;
        var value = ParseExpression();
        if (_cursor.Kind is TokenKind.For or TokenKind.Async)
        {
            ParseMisplacedClauses(value, _cursor.Yields);
            throw TokenCursor.Fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", new(start, equal));
        }

        return new(_cursor.SpanFrom(start), name, value);
    }

    private StarredExpression ParseStarArgument(KeywordList keywords)
    {
        if (keywords.HasUnpacking)
            throw TokenCursor.Fail("iterable argument unpacking follows keyword argument unpacking",
                _cursor.Tokens[_cursor.Position - 1].Span);
        var argument = ParseStarArgument();
        if (_cursor.Kind == TokenKind.Equal)
            throw TokenCursor.Fail(
                "cannot assign to iterable argument unpacking", new(argument.Span.Start, _cursor.Current.End));
        return argument;
    }

    /// <summary><c>*expression</c> in arguments, in <c>*args: *Ts</c> and in defaults of type parameters.</summary>
    public StarredExpression ParseStarArgument()
    {
        var start = _cursor.Start;
        _cursor.Advance();
        if (!Operators.StartsExpression(_cursor.Kind)) throw _cursor.Unexpected("Invalid star expression");
        var value = ParseExpression();
        return new(_cursor.SpanFrom(start), value, ExpressionContext.Load);
    }

    // A positional argument behind keywords: where it goes wrong for no reason that has words, that is the reason.
    private Expression ParseLatePositional(KeywordList keywords)
    {
        var first = _cursor.Position;
        var startsWithValue = _cursor.Kind is TokenKind.Name or TokenKind.Number or TokenKind.String;
        try
        {
            return ParseNamed();
        }
        catch (ParseFailure failure) when (startsWithValue && _cursor.Position > first
            && failure.Message == "invalid syntax")
        {
            keywords.NotePositional();
            throw TokenCursor.Fail(keywords.Misplaced!, failure.Span);
        }
    }

    private Expression ParsePositional(int open, bool isFirst, KeywordList keywords)
    {
        var start = _cursor.Start;
        var yields = _cursor.Yields;
        var value = keywords.Count == 0 ? ParseNamed() : ParseLatePositional(keywords);
        if (_cursor.Kind == TokenKind.Equal)
            throw TokenCursor.Fail("expression cannot contain assignment, perhaps you meant \"==\"?",
                new(start, _cursor.Current.End));
        if (_cursor.Kind is not (TokenKind.For or TokenKind.Async))
        {
            keywords.NotePositional();
            return value;
        }

        var clauses = isFirst
            ? ParseClauses(value, _cursor.Position, yields, "generator expression")
                : ParseMisplacedClauses(value, yields);
        var isAlone = isFirst && _cursor.Kind == TokenKind.RightParen;
        if (!isAlone && _cursor.Kind is TokenKind.Comma or TokenKind.RightParen)
            throw TokenCursor.Fail("Generator expression must be parenthesized", _cursor.SpanFrom(start));
        return new GeneratorExpression(new(open, _cursor.Current.End), value, clauses);
    }
}
