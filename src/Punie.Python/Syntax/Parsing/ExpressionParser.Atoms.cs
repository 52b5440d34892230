using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

// Names, literals, brackets, displays and comprehensions.
internal sealed partial class ExpressionParser
{
    private static readonly Literal NoneLiteral = new Literal.None();
    private static readonly Literal TrueLiteral = new Literal.Bool(true);
    private static readonly Literal FalseLiteral = new Literal.Bool(false);
    private static readonly Literal EllipsisLiteral = new Literal.Ellipsis();

    private Expression ParseAtom()
    {
        var token = _cursor.Current;
        switch (token.Kind)
        {
            case TokenKind.Name:
                _cursor.Advance();
                return new NameExpression(token.Span, _cursor.TextOf(token), ExpressionContext.Load);
            case TokenKind.Number:
                var number = NumberLiteral.Parse(_cursor, token);
                _cursor.Advance();
                return new ConstantExpression(token.Span, number);
            case TokenKind.String or TokenKind.FStringStart:
                return _strings.Parse();
            case TokenKind.LeftParen:
                return ParseGroup();
            case TokenKind.LeftBracket:
                return ParseListDisplay();
            case TokenKind.LeftBrace:
                return ParseBraces();
            case TokenKind.None:
                return TakeConstant(NoneLiteral);
            case TokenKind.True:
                return TakeConstant(TrueLiteral);
            case TokenKind.False:
                return TakeConstant(FalseLiteral);
            case TokenKind.Ellipsis:
                return TakeConstant(EllipsisLiteral);
            default:
                throw _cursor.Unexpected();
        }
    }

    /// <summary>The value of <c>None</c>, <c>True</c> or <c>False</c>.</summary>
    public static Literal SingletonOf(TokenKind kind) =>
        kind == TokenKind.None ? NoneLiteral : kind == TokenKind.True ? TrueLiteral : FalseLiteral;

    /// <summary>Adjacent string literals.</summary>
    public Expression ParseStrings() => _strings.Parse();

    private ConstantExpression TakeConstant(Literal value)
    {
        var span = _cursor.Current.Span;
        _cursor.Advance();
        return new(span, value);
    }

    private Expression ParseList(Element element)
    {
        var start = _cursor.Start;
        var first = ParseElement(element);
        if (_cursor.Kind != TokenKind.Comma) return first;
        var mark = _cursor.Scratch.Count;
        _cursor.Scratch.Add(first);
        while (_cursor.TryTake(TokenKind.Comma) && Operators.StartsElement(_cursor.Kind))
            _cursor.Scratch.Add(ParseElement(element));
        return new TupleExpression(_cursor.SpanFrom(start), _cursor.TakeScratch(mark), ExpressionContext.Load);
    }

    private Expression ParseElement(Element element)
    {
        if (_cursor.Kind == TokenKind.Star) return ParseStarred();
        return element switch
        {
            Element.StarExpression => ParseExpression(),
            Element.StarNamed => ParseNamed(),
            Element.Target => ParseBinary(1),
        };
    }

    private StarredExpression ParseStarred()
    {
        var start = _cursor.Start;
        _cursor.Advance();
        var value = ParseBinary(1);
        return new(_cursor.SpanFrom(start), value, ExpressionContext.Load);
    }

    private Expression ParseGroup()
    {
        var (start, opening) = (_cursor.Start, _cursor.Position);
        _cursor.Advance();
        if (_cursor.TryTake(TokenKind.RightParen))
            return new TupleExpression(_cursor.SpanFrom(start), [], ExpressionContext.Load);
        if (_cursor.Kind == TokenKind.Yield)
        {
            var yielded = ParseYield();
            _cursor.Expect(TokenKind.RightParen);
            return yielded;
        }

        if (_cursor.Kind == TokenKind.DoubleStar) FailDoubleStar();
        var yields = _cursor.Yields;
        var first = ParseElement(Element.StarNamed);
        if (_cursor.Kind is TokenKind.For or TokenKind.Async)
        {
            var clauses = ParseClauses(first, opening, yields, "generator expression");
            _cursor.Expect(TokenKind.RightParen);
            return new GeneratorExpression(_cursor.SpanFrom(start), first, clauses);
        }

        if (_cursor.Kind == TokenKind.Comma) return ParseTupleRest(start, first);
        if (_cursor.Kind == TokenKind.RightParen && first is StarredExpression)
            throw TokenCursor.Fail("cannot use starred expression here", first.Span);
        _cursor.Expect(TokenKind.RightParen);
        return first;
    }

    private void FailDoubleStar()
    {
        var star = _cursor.Current.Span;
        _cursor.Advance();
        ParseExpression();
        throw _cursor.Kind == TokenKind.RightParen
            ? TokenCursor.Fail("cannot use double starred expression here", star)
                : TokenCursor.Fail("invalid syntax", star);
    }

    private TupleExpression ParseTupleRest(int start, Expression first)
    {
        var mark = _cursor.Scratch.Count;
        _cursor.Scratch.Add(first);
        while (_cursor.TryTake(TokenKind.Comma) && _cursor.Kind != TokenKind.RightParen)
            _cursor.Scratch.Add(ParseElement(Element.StarNamed));
        _cursor.Expect(TokenKind.RightParen);
        return new(_cursor.SpanFrom(start), _cursor.TakeScratch(mark), ExpressionContext.Load);
    }

    private void FailUnparenthesizedTarget(int mark)
    {
        if (_cursor.Kind is not (TokenKind.For or TokenKind.Async) || _cursor.Scratch.Count - mark < 2) return;
        ParseMisplacedClauses(_cursor.Scratch[^1], _cursor.Yields);
        throw TokenCursor.Fail(
            "did you forget parentheses around the comprehension target?",
            _cursor.Scratch[mark].Span.Through(_cursor.Scratch[^1].Span));
    }

    // Clauses where none may stand: those that cannot be read are wrong from their first word on.
    private ComprehensionClause[] ParseMisplacedClauses(Expression element, int yieldsBefore)
    {
        var first = _cursor.Current.Span;
        try
        {
            return ParseClauses(element, _cursor.Position, yieldsBefore, "generator expression");
        }
        catch (ParseFailure failure) when (failure.Message == "invalid syntax")
        {
            throw TokenCursor.Fail(failure.Message, first);
        }
    }

    private Expression ParseListDisplay()
    {
        var (start, opening) = (_cursor.Start, _cursor.Position);
        _cursor.Advance();
        if (_cursor.TryTake(TokenKind.RightBracket))
            return new ListExpression(_cursor.SpanFrom(start), [], ExpressionContext.Load);
        var yields = _cursor.Yields;
        var first = ParseElement(Element.StarNamed);
        if (_cursor.Kind is TokenKind.For or TokenKind.Async)
        {
            var clauses = ParseClauses(first, opening, yields, "list comprehension");
            _cursor.Expect(TokenKind.RightBracket);
            return new ListComprehensionExpression(_cursor.SpanFrom(start), first, clauses);
        }

        var mark = _cursor.Scratch.Count;
        _cursor.Scratch.Add(first);
        while (_cursor.TryTake(TokenKind.Comma) && _cursor.Kind != TokenKind.RightBracket)
            _cursor.Scratch.Add(ParseElement(Element.StarNamed));
        FailUnparenthesizedTarget(mark);
        _cursor.Expect(TokenKind.RightBracket);
        return new ListExpression(_cursor.SpanFrom(start), _cursor.TakeScratch(mark), ExpressionContext.Load);
    }

    private Expression ParseBraces()
    {
        var (start, opening) = (_cursor.Start, _cursor.Position);
        _cursor.Advance();
        if (_cursor.TryTake(TokenKind.RightBrace)) return new DictExpression(_cursor.SpanFrom(start), [], []);
        if (_cursor.Kind == TokenKind.DoubleStar) return ParseDict(opening, null);
        var yields = _cursor.Yields;
        var element = _cursor.Start;
        var first = ParseElement(Element.StarNamed);
        if (_cursor.Kind == TokenKind.Colon && first is not StarredExpression && !IsBareWalrus(first, element))
            return ParseDict(opening, first);
        if (_cursor.Kind is TokenKind.For or TokenKind.Async)
        {
            var clauses = ParseClauses(first, opening, yields, "set comprehension");
            _cursor.Expect(TokenKind.RightBrace);
            return new SetComprehensionExpression(_cursor.SpanFrom(start), first, clauses);
        }

        var mark = _cursor.Scratch.Count;
        _cursor.Scratch.Add(first);
        while (_cursor.TryTake(TokenKind.Comma) && _cursor.Kind != TokenKind.RightBrace)
            _cursor.Scratch.Add(ParseElement(Element.StarNamed));
        FailUnparenthesizedTarget(mark);
        _cursor.Expect(TokenKind.RightBrace);
        return new SetExpression(_cursor.SpanFrom(start), _cursor.TakeScratch(mark));
    }

    // A walrus that is a key or a bound of a slice needs parentheses; they are not part of its span.
    private static bool IsBareWalrus(Expression value, int start) =>
        value is NamedExpression && value.Span.Start == start;

    private Expression ParseDict(int opening, Expression? firstKey)
    {
        var start = _cursor.Tokens[opening].Start;
        var keys = new List<Expression?>();
        var mark = _cursor.Scratch.Count;
        var yields = _cursor.Yields;
        do
        {
            if (keys.Count > 0 && _cursor.Kind == TokenKind.RightBrace) break;
            if (firstKey is null && _cursor.TryTake(TokenKind.DoubleStar))
            {
                keys.Add(null);
                _cursor.Scratch.Add(ParseBinary(1));
                if (_cursor.Kind is TokenKind.For or TokenKind.Async)
                    throw TokenCursor.Fail("dict unpacking cannot be used in dict comprehension",
                        new(start + 1, _cursor.PreviousEnd));
                continue;
            }

            var key = firstKey ?? ParseExpression();
            firstKey = null;
            keys.Add(key);
            _cursor.Scratch.Add(ParseDictValue());
            if (keys.Count == 1 && _cursor.Kind is TokenKind.For or TokenKind.Async)
            {
                var value = _cursor.TakeScratch(mark)[0];
                var clauses = ParseClauses(value, opening, yields, "dict comprehension");
                _cursor.Expect(TokenKind.RightBrace);
                return new DictComprehensionExpression(_cursor.SpanFrom(start), key, value, clauses);
            }
        }
        while (_cursor.TryTake(TokenKind.Comma));
        _cursor.Expect(TokenKind.RightBrace);
        return new DictExpression(_cursor.SpanFrom(start), keys.ToArray(), _cursor.TakeScratch(mark));
    }

    private Expression ParseDictValue()
    {
        if (_cursor.Kind is TokenKind.RightBrace or TokenKind.Comma)
            throw TokenCursor.Fail("':' expected after dictionary key",
                new(_cursor.PreviousEnd - 1, _cursor.PreviousEnd));
        var colon = _cursor.Current.Span;
        _cursor.Expect(TokenKind.Colon);
        if (_cursor.Kind is TokenKind.RightBrace or TokenKind.Comma)
            throw TokenCursor.Fail("expression expected after dictionary key and ':'", colon);
        if (_cursor.Kind == TokenKind.Star)
        {
            var star = _cursor.Start;
            ParseStarred();
            throw TokenCursor.Fail("cannot use a starred expression in a dictionary value", _cursor.SpanFrom(star));
        }

        return ParseExpression();
    }

    private ComprehensionClause[] ParseClauses(Expression element, int opening, int yieldsBefore, string what)
    {
        if (element is StarredExpression)
            throw TokenCursor.Fail("iterable unpacking cannot be used in comprehension", element.Span);
        var clauses = new List<ComprehensionClause>(1);
        while (_cursor.Kind is TokenKind.For or TokenKind.Async) clauses.Add(ParseClause(isFirst: clauses.Count == 0));
        if (_cursor.Yields != yieldsBefore) _cursor.Report($"'yield' inside {what}", element.Span);
        if (_cursor.Context.AllowsAwait) return [.. clauses];

        // A generator expression may await anywhere: it is an asynchronous generator itself.
        if (what == "generator expression") _cursor.Retract("'await' outside", element.Span.Start);
        else if (clauses.Exists(c => c.IsAsync))
            _cursor.Report(
                "asynchronous comprehension outside of an asynchronous function",
                new(_cursor.Tokens[opening].Start, _cursor.Current.End));
        return [.. clauses];
    }

    private ComprehensionClause ParseClause(bool isFirst)
    {
        var start = _cursor.Start;
        var isAsync = _cursor.TryTake(TokenKind.Async);
        _cursor.Expect(TokenKind.For);
        var target = ParseTargets();
        Targets.Assign(_cursor, target);
        if (_cursor.Kind != TokenKind.In)
            throw TokenCursor.Fail("'in' expected after for-loop variables", _cursor.Current.Span);
        _cursor.Advance();
        var yields = _cursor.Yields;
        var iterable = ParseDisjunction();
        if (isFirst) _cursor.Yields = yields;
        var mark = _cursor.Scratch.Count;
        while (_cursor.TryTake(TokenKind.If)) _cursor.Scratch.Add(ParseDisjunction());
        return new(_cursor.SpanFrom(start), target, iterable, _cursor.TakeScratch(mark), isAsync);
    }
}
