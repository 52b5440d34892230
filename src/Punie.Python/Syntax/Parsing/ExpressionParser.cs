using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

/// <summary>
/// Expressions by recursive descent. Chains of operators are loops, so their length costs no native stack.
/// </summary>
internal sealed partial class ExpressionParser
{
    private readonly TokenCursor _cursor;
    private readonly StringParser _strings;
    private readonly ParameterParser _parameters;

    public ExpressionParser(TokenCursor cursor)
    {
        _cursor = cursor;
        _strings = new StringParser(cursor, this);
        _parameters = new ParameterParser(cursor, this);
        Diagnosis = new Diagnosis(cursor, this);
        cursor.Explain = Diagnosis.Explain;
    }

    /// <summary>What an element of a comma list may be.</summary>
    private enum Element { StarExpression, StarNamed, Target }

    /// <summary>The last complete expression: token where it starts and token behind it.</summary>
    public (int Start, int End) LastExpression { get; private set; }

    /// <summary>The last expression at a place where <c>name := value</c> was allowed.</summary>
    public (int Start, int End, Expression? Value) LastNamed { get; private set; }

    /// <summary>The last <c>not</c> behind an operand that was not followed by <c>in</c>.</summary>
    public int LastNot { get; private set; } = -1;

    public ParameterParser Parameters => _parameters;

    public Diagnosis Diagnosis { get; }

    /// <summary>CPython's <c>star_expressions</c>: one expression, or a tuple without parentheses.</summary>
    public Expression ParseExpressions() => ParseList(Element.StarExpression);

    /// <summary>One expression or a tuple that is used as a value: a star alone is none.</summary>
    public Expression ParseValues()
    {
        var value = ParseExpressions();
        RefuseStar(value);
        return value;
    }

    /// <summary>Reports a starred expression that is not an element of anything.</summary>
    public void RefuseStar(Expression? value)
    {
        if (value is StarredExpression) _cursor.Report("can't use starred expression here", value.Span);
    }

    /// <summary>CPython's <c>star_named_expressions</c> with walrus, as in a match subject.</summary>
    public Expression ParseNamedExpressions() => ParseList(Element.StarNamed);

    /// <summary>The targets of a <c>for</c>: stops before <c>in</c>.</summary>
    public Expression ParseTargets() => ParseList(Element.Target);

    /// <summary>One target, as behind <c>as</c>.</summary>
    public Expression ParseTarget() => ParseElement(Element.Target);

    /// <summary><c>yield</c> or expressions: the right side of an assignment.</summary>
    public Expression ParseYieldOrExpressions() =>
        _cursor.Kind == TokenKind.Yield ? ParseYield() : ParseExpressions();

    /// <summary>An expression or <c>name := value</c>.</summary>
    public Expression ParseNamed()
    {
        var first = _cursor.Position;
        if (_cursor.Kind == TokenKind.Name && _cursor.KindAt(1) == TokenKind.ColonEqual)
        {
            var name = _cursor.TakeName();
            _cursor.Advance();
            var target = new NameExpression(name.Span, name.Text, ExpressionContext.Store);
            Targets.CheckName(_cursor, name.Text, name.Span);
            var assigned = ParseExpression();
            return new NamedExpression(_cursor.SpanFrom(name.Span.Start), target, assigned);
        }

        var value = ParseExpression();
        if (_cursor.Kind == TokenKind.ColonEqual) throw FailWalrus(value);
        LastNamed = (first, _cursor.Position, value);
        return value;
    }

    private ParseFailure FailWalrus(Expression value)
    {
        _cursor.Advance();
        ParseExpression();
        return TokenCursor.Fail($"cannot use assignment expressions with {ExpressionNames.Of(value)}", value.Span);
    }

    /// <summary>A conditional expression, a lambda or anything that binds tighter; no comma, no walrus.</summary>
    public Expression ParseExpression()
    {
        if (_cursor.Kind == TokenKind.Lambda) return ParseLambda();
        var first = _cursor.Position;
        var body = ParseDisjunction();
        if (_cursor.Kind == TokenKind.If) return ParseConditional(first, body);
        LastExpression = (first, _cursor.Position);
        return body;
    }

    private sealed record Arm(int Start, Expression Body, Expression Test);

    // a if b else c if d else e: the arms are collected first, so that a long chain needs no recursion.
    private Expression ParseConditional(int first, Expression body)
    {
        List<Arm>? arms = null;
        while (_cursor.TryTake(TokenKind.If))
        {
            var test = ParseDisjunction();
            var start = _cursor.Tokens[first].Start;
            if (_cursor.Kind != TokenKind.Else)
            {
                if (_cursor.Kind is TokenKind.Colon or TokenKind.Error) throw _cursor.Unexpected();
                throw TokenCursor.Fail("expected 'else' after 'if' expression", body.Span.Through(test.Span));
            }

            _cursor.Advance();
            (arms ??= []).Add(new(start, body, test));
            _cursor.Links++;
            first = _cursor.Position;
            if (Keywords.StartsOnlyStatements(_cursor.Kind))
                throw TokenCursor.Fail("expected expression after 'else', but statement is given",
                    new(start, _cursor.PreviousEnd));
            if (_cursor.Kind == TokenKind.Lambda)
            {
                body = ParseLambda();
                break;
            }

            body = ParseDisjunction();
            LastExpression = (first, _cursor.Position);
        }

        for (var i = arms!.Count - 1; i >= 0; i--)
            body = new ConditionalExpression(_cursor.SpanFrom(arms[i].Start), arms[i].Test, arms[i].Body, body);
        return body;
    }

    private LambdaExpression ParseLambda()
    {
        var start = _cursor.Start;
        _cursor.Enter();
        _cursor.Advance();
        var parameters = _parameters.ParseLambda();
        _cursor.ExpectNamed(TokenKind.Colon, ":");
        if (_cursor.Kind == TokenKind.FStringMiddle)
            throw TokenCursor.Fail(
                "f-string: lambda expressions are not allowed without parentheses", new(start, _cursor.PreviousEnd));
        var (context, yields) = (_cursor.Context, _cursor.Yields);
        _cursor.Context = FunctionContext.Lambda;
        var body = ParseExpression();
        (_cursor.Context, _cursor.Yields) = (context, yields);
        _cursor.Leave();
        return new(_cursor.SpanFrom(start), parameters, body);
    }

    /// <summary><c>or</c> chains; no conditional expression.</summary>
    public Expression ParseDisjunction()
    {
        var start = _cursor.Start;
        var first = ParseConjunction();
        if (_cursor.Kind != TokenKind.Or) return first;
        var mark = _cursor.Scratch.Count;
        _cursor.Scratch.Add(first);
        while (_cursor.TryTake(TokenKind.Or)) _cursor.Scratch.Add(ParseConjunction());
        return new BoolOpExpression(_cursor.SpanFrom(start), BoolOperator.Or, _cursor.TakeScratch(mark));
    }

    private Expression ParseConjunction()
    {
        var start = _cursor.Start;
        var first = ParseInversion();
        if (_cursor.Kind != TokenKind.And) return first;
        var mark = _cursor.Scratch.Count;
        _cursor.Scratch.Add(first);
        while (_cursor.TryTake(TokenKind.And)) _cursor.Scratch.Add(ParseInversion());
        return new BoolOpExpression(_cursor.SpanFrom(start), BoolOperator.And, _cursor.TakeScratch(mark));
    }

    private Expression ParseInversion()
    {
        if (_cursor.Kind != TokenKind.Not) return ParseComparison();
        var first = _cursor.Position;
        while (_cursor.TryTake(TokenKind.Not)) _cursor.Links++;
        var last = _cursor.Position;
        return WrapUnary(first, last, ParseComparison());
    }

    private Expression WrapUnary(int first, int last, Expression operand)
    {
        for (var i = last - 1; i >= first; i--)
        {
            var token = _cursor.Tokens[i];
            operand = new UnaryExpression(_cursor.SpanFrom(token.Start), Operators.UnaryOf(token.Kind), operand);
        }

        return operand;
    }

    private Expression ParseComparison()
    {
        var start = _cursor.Start;
        var left = ParseBinary(1);
        if (!TryTakeComparison(out var first)) return left;
        var operators = new List<CompareOperator>(1);
        var mark = _cursor.Scratch.Count;
        do
        {
            operators.Add(first);
            _cursor.Scratch.Add(ParseBinary(1));
        }
        while (TryTakeComparison(out first));
        return new CompareExpression(_cursor.SpanFrom(start), left, operators.ToArray(), _cursor.TakeScratch(mark));
    }

    private bool TryTakeComparison(out CompareOperator found)
    {
        var kind = _cursor.Kind;
        found = kind switch
        {
            TokenKind.EqualEqual => CompareOperator.Eq,
            TokenKind.NotEqual => CompareOperator.NotEq,
            TokenKind.Less => CompareOperator.Lt,
            TokenKind.LessEqual => CompareOperator.LtE,
            TokenKind.Greater => CompareOperator.Gt,
            TokenKind.GreaterEqual => CompareOperator.GtE,
            TokenKind.Is => CompareOperator.Is,
            TokenKind.In => CompareOperator.In,
            TokenKind.Not => CompareOperator.NotIn,
            _ => (CompareOperator)(-1),
        };
        if (found < 0) return false;
        if (kind == TokenKind.Not && _cursor.KindAt(1) != TokenKind.In)
        {
            LastNot = _cursor.Position;
            return false;
        }

        _cursor.Advance();
        if (kind == TokenKind.Not) _cursor.Advance();
        else if (kind == TokenKind.Is && _cursor.TryTake(TokenKind.Not)) found = CompareOperator.IsNot;
        return true;
    }

    /// <summary>
    /// Arithmetic and bit operators by precedence climbing; <paramref name="minimum"/> 1 reads all of them.
    /// </summary>
    public Expression ParseBinary(int minimum)
    {
        var start = _cursor.Start;
        var left = ParseUnary();
        while (true)
        {
            var kind = _cursor.Kind;
            var precedence = Operators.PrecedenceOf(kind);
            if (precedence < minimum || precedence == 0) return left;
            _cursor.Advance();
            _cursor.Links++;
            if (_cursor.Kind == TokenKind.Not && Operators.IsArithmetic(kind)) throw FailNot();
            var right = ParseBinary(precedence + 1);
            left = new BinaryExpression(_cursor.SpanFrom(start), left, Operators.BinaryOf(kind), right);
        }
    }

    private Expression ParseUnary()
    {
        if (_cursor.Kind is not (TokenKind.Minus or TokenKind.Plus or TokenKind.Tilde)) return ParsePower();
        var first = _cursor.Position;
        while (_cursor.Kind is TokenKind.Minus or TokenKind.Plus or TokenKind.Tilde)
        {
            _cursor.Advance();
            _cursor.Links++;
        }

        var last = _cursor.Position;
        if (_cursor.Kind == TokenKind.Not) throw FailNot();
        return WrapUnary(first, last, ParsePower());
    }

    private ParseFailure FailNot()
    {
        var place = _cursor.Current.Span;
        return _cursor.Try(ParseInversion) is null
            ? TokenCursor.Fail("invalid syntax", place)
                : TokenCursor.Fail("'not' after an operator must be parenthesized", place);
    }

    private Expression ParsePower()
    {
        var start = _cursor.Start;
        var value = _cursor.Kind == TokenKind.Await ? ParseAwait() : ParsePrimary();
        if (_cursor.Kind != TokenKind.DoubleStar) return value;
        _cursor.Enter();
        _cursor.Advance();
        var exponent = ParseUnary();
        _cursor.Leave();
        return new BinaryExpression(_cursor.SpanFrom(start), value, BinaryOperator.Pow, exponent);
    }

    private AwaitExpression ParseAwait()
    {
        var start = _cursor.Start;
        _cursor.Advance();
        var value = ParsePrimary();
        var span = _cursor.SpanFrom(start);
        if (!_cursor.Context.AllowsAwait)
            _cursor.Report(
                _cursor.Context.Kind == BlockKind.Class
                    ? "'await' outside function"
                    : "'await' outside async function", span);
        return new(span, value);
    }

    private Expression ParseYield()
    {
        var start = _cursor.Start;
        _cursor.Advance();
        _cursor.Yields++;
        Expression result;
        if (_cursor.TryTake(TokenKind.From))
        {
            var value = ParseExpression();
            result = new YieldFromExpression(_cursor.SpanFrom(start), value);
            if (_cursor.Context.Kind == BlockKind.AsyncFunction)
                _cursor.Report("'yield from' inside async function", result.Span);
        }
        else
        {
            var value = Operators.StartsElement(_cursor.Kind) ? ParseValues() : null;
            result = new YieldExpression(_cursor.SpanFrom(start), value);
        }

        if (!_cursor.Context.AllowsYield)
            _cursor.Report(
                result is YieldExpression ? "'yield' outside function" : "'yield from' outside function", result.Span);
        return result;
    }
}
