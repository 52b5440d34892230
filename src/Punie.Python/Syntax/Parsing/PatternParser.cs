using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

/// <summary>The patterns of <c>case</c>.</summary>
internal sealed class PatternParser(TokenCursor cursor, ExpressionParser expressions)
{
    /// <summary>A pattern, or a sequence without brackets.</summary>
    public Pattern ParseTop()
    {
        var start = cursor.Start;
        var first = cursor.Kind == TokenKind.Star ? ParseStar() : Parse();
        if (cursor.Kind != TokenKind.Comma && first is not StarPattern) return Check(first);
        var patterns = new List<Pattern> { first };
        while (cursor.TryTake(TokenKind.Comma) && cursor.Kind is not (TokenKind.Colon or TokenKind.If))
            patterns.Add(ParseSequenceItem());
        return Check(new SequencePattern(cursor.SpanFrom(start), patterns.ToArray()));
    }

    private Pattern Check(Pattern pattern)
    {
        PatternRules.CheckNames(cursor, pattern);
        return pattern;
    }

    private Pattern ParseSequenceItem() => cursor.Kind == TokenKind.Star ? ParseStar() : Parse();

    private Pattern Parse()
    {
        var start = cursor.Start;
        var pattern = ParseOr();
        if (!cursor.TryTake(TokenKind.As)) return pattern;
        if (cursor.IsWord("_")) throw TokenCursor.Fail("cannot use '_' as a target", cursor.Current.Span);
        if (cursor.Kind != TokenKind.Name
            || cursor.KindAt(1) is TokenKind.Dot or TokenKind.LeftParen or TokenKind.LeftBracket)
        {
            if (!Operators.StartsExpression(cursor.Kind)) throw cursor.Unexpected();
            var target = expressions.ParseExpression();
            throw TokenCursor.Fail($"cannot use {ExpressionNames.Of(target)} as pattern target", target.Span);
        }

        var name = cursor.TakeName();
        return new AsPattern(cursor.SpanFrom(start), pattern, name);
    }

    private Pattern ParseOr()
    {
        var start = cursor.Start;
        var first = ParseClosed();
        if (cursor.Kind != TokenKind.Bar) return first;
        var patterns = new List<Pattern> { first };
        while (cursor.TryTake(TokenKind.Bar)) patterns.Add(ParseClosed());
        return new OrPattern(cursor.SpanFrom(start), patterns.ToArray());
    }

    private Pattern ParseClosed()
    {
        var token = cursor.Current;
        switch (token.Kind)
        {
            case TokenKind.Name:
                return ParseNamePattern();
            case TokenKind.Number or TokenKind.Minus:
                var number = ParseNumber();
                return new ValuePattern(number.Span, number);
            case TokenKind.String or TokenKind.FStringStart:
                var text = expressions.ParseStrings();
                if (text is not ConstantExpression)
                    throw TokenCursor.Fail("patterns may only match literals and attribute lookups", text.Span);
                return new ValuePattern(text.Span, text);
            case TokenKind.None or TokenKind.True or TokenKind.False:
                cursor.Advance();
                return new SingletonPattern(token.Span, ExpressionParser.SingletonOf(token.Kind));
            case TokenKind.LeftParen:
                return ParseGroup();
            case TokenKind.LeftBracket:
                return ParseBracketed();
            case TokenKind.LeftBrace:
                return ParseMapping();
            default:
                throw cursor.Unexpected();
        }
    }

    private StarPattern ParseStar()
    {
        var start = cursor.Start;
        cursor.Advance();
        var name = cursor.TakeName();
        return new(cursor.SpanFrom(start), name.Text == "_" ? null : name);
    }

    private Pattern ParseNamePattern()
    {
        var start = cursor.Start;
        if (cursor.KindAt(1) is not (TokenKind.Dot or TokenKind.LeftParen))
        {
            if (cursor.KindAt(1) == TokenKind.Equal) throw FailBehindName();
            var name = cursor.TakeName();
            Targets.CheckName(cursor, name.Text, name.Span);
            return new AsPattern(name.Span, null, name.Text == "_" ? null : name);
        }

        var value = ParseDotted();
        return cursor.Kind == TokenKind.LeftParen ? ParseClass(start, value) : new ValuePattern(value.Span, value);
    }

    private ParseFailure FailBehindName()
    {
        cursor.Advance();
        return cursor.Unexpected();
    }

    private Expression ParseDotted()
    {
        var start = cursor.Start;
        var first = cursor.TakeName();
        Expression value = new NameExpression(first.Span, first.Text, ExpressionContext.Load);
        while (cursor.TryTake(TokenKind.Dot))
        {
            var name = cursor.TakeName();
            cursor.Links++;
            value = new AttributeExpression(cursor.SpanFrom(start), value, name, ExpressionContext.Load);
        }

        return value;
    }

    // [-] number [(+|-) imaginary number]
    private Expression ParseNumber()
    {
        var start = cursor.Start;
        var left = ParseSigned();
        if (cursor.Kind is not (TokenKind.Plus or TokenKind.Minus)) return left;
        var @operator = cursor.Kind == TokenKind.Plus ? BinaryOperator.Add : BinaryOperator.Sub;
        if (IsImaginary(left)) throw TokenCursor.Fail("real number required in complex literal", left.Span);
        cursor.Advance();
        if (cursor.Kind != TokenKind.Number) throw cursor.Unexpected();
        var right = TakeNumber();
        if (!IsImaginary(right)) throw TokenCursor.Fail("imaginary number required in complex literal", right.Span);
        return new BinaryExpression(cursor.SpanFrom(start), left, @operator, right);
    }

    private static bool IsImaginary(Expression number) => number switch
    {
        UnaryExpression unary => IsImaginary(unary.Operand),
        ConstantExpression { Value: Literal.Imaginary } => true,
        _ => false,
    };

    private Expression ParseSigned()
    {
        var start = cursor.Start;
        if (!cursor.TryTake(TokenKind.Minus)) return TakeNumber();
        if (cursor.Kind != TokenKind.Number) throw cursor.Unexpected();
        var operand = TakeNumber();
        return new UnaryExpression(cursor.SpanFrom(start), UnaryOperator.USub, operand);
    }

    private ConstantExpression TakeNumber()
    {
        var token = cursor.Current;
        var value = NumberLiteral.Parse(cursor, token);
        cursor.Advance();
        return new(token.Span, value);
    }

    private Pattern ParseGroup()
    {
        var start = cursor.Start;
        cursor.Advance();
        if (cursor.TryTake(TokenKind.RightParen)) return new SequencePattern(cursor.SpanFrom(start), []);
        var first = ParseSequenceItem();
        if (cursor.Kind == TokenKind.RightParen && first is not StarPattern)
        {
            cursor.Advance();
            return first;
        }

        return ParseSequenceRest(start, first, TokenKind.RightParen);
    }

    private SequencePattern ParseBracketed()
    {
        var start = cursor.Start;
        cursor.Advance();
        return cursor.TryTake(TokenKind.RightBracket)
            ? new(cursor.SpanFrom(start), [])
            : ParseSequenceRest(start, ParseSequenceItem(), TokenKind.RightBracket);
    }

    private SequencePattern ParseSequenceRest(int start, Pattern first, TokenKind closing)
    {
        var patterns = new List<Pattern> { first };
        if (closing == TokenKind.RightParen && cursor.Kind != TokenKind.Comma) throw cursor.Unexpected();
        while (cursor.TryTake(TokenKind.Comma) && cursor.Kind != closing) patterns.Add(ParseSequenceItem());
        cursor.Expect(closing);
        return new(cursor.SpanFrom(start), patterns.ToArray());
    }

    private MappingPattern ParseMapping()
    {
        var start = cursor.Start;
        cursor.Advance();
        var (keys, patterns, rest) = (new List<Expression>(), new List<Pattern>(), (Identifier?)null);
        while (cursor.Kind != TokenKind.RightBrace)
        {
            if (cursor.TryTake(TokenKind.DoubleStar))
            {
                if (cursor.IsWord("_")) throw cursor.Unexpected();
                rest = cursor.TakeName();
                cursor.TryTake(TokenKind.Comma);
                break;
            }

            keys.Add(ParseKey());
            cursor.Expect(TokenKind.Colon);
            patterns.Add(Parse());
            if (!cursor.TryTake(TokenKind.Comma)) break;
        }

        cursor.Expect(TokenKind.RightBrace);
        return new(cursor.SpanFrom(start), keys.ToArray(), patterns.ToArray(), rest);
    }

    private Expression ParseKey()
    {
        if (cursor.Kind == TokenKind.Name && cursor.KindAt(1) != TokenKind.Dot) throw FailBehindName();
        return ParseClosed() switch
        {
            ValuePattern value => value.Value,
            SingletonPattern singleton => new ConstantExpression(singleton.Span, singleton.Value),
            _ => throw cursor.Unexpected(),
        };
    }

    private ClassPattern ParseClass(int start, Expression @class)
    {
        cursor.Advance();
        var (patterns, names, values) = (new List<Pattern>(), new List<Identifier>(), new List<Pattern>());
        while (cursor.Kind != TokenKind.RightParen)
        {
            if (cursor.Kind == TokenKind.Name && cursor.KindAt(1) == TokenKind.Equal)
            {
                names.Add(cursor.TakeName());
                cursor.Advance();
                values.Add(Parse());
            }
            else
            {
                var pattern = Parse();
                if (names.Count > 0)
                    throw TokenCursor.Fail("positional patterns follow keyword patterns", pattern.Span);
                patterns.Add(pattern);
            }

            if (!cursor.TryTake(TokenKind.Comma)) break;
        }

        cursor.Expect(TokenKind.RightParen);
        return new(cursor.SpanFrom(start), @class, patterns.ToArray(), names.ToArray(), values.ToArray());
    }
}
