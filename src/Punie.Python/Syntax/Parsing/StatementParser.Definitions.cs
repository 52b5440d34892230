using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

// Functions, classes, decorators, async and match.
internal sealed partial class StatementParser
{
    private Statement ParseDecorated()
    {
        var decorators = new List<Expression>();
        while (_cursor.TryTake(TokenKind.At))
        {
            decorators.Add(_expressions.ParseNamed());
            _cursor.Expect(TokenKind.Newline);
            while (SkipIndentationError())
            {
            }
        }

        return _cursor.Kind switch
        {
            TokenKind.Def => ParseFunction(_cursor.Start, decorators.ToArray(), isAsync: false),
            TokenKind.Class => ParseClass(decorators.ToArray()),
            TokenKind.Async when _cursor.KindAt(1) == TokenKind.Def => ParseAsync(decorators.ToArray()),
            _ => throw _cursor.Unexpected(),
        };
    }

    private Statement ParseAsync(IReadOnlyList<Expression> decorators)
    {
        var start = _cursor.Start;
        _cursor.Advance();
        if (_cursor.Kind == TokenKind.Def) return ParseFunction(start, decorators, isAsync: true);
        if (_cursor.Kind is not (TokenKind.For or TokenKind.With)) throw _cursor.Unexpected();
        var word = _cursor.Kind == TokenKind.For ? "for" : "with";
        if (!_cursor.Context.AllowsAwait)
            _cursor.Report($"'async {word}' outside async function", new(start, _cursor.Current.End));
        return _cursor.Kind == TokenKind.For ? ParseFor(start, isAsync: true) : ParseWith(start, isAsync: true);
    }

    private FunctionStatement ParseFunction(int start, IReadOnlyList<Expression> decorators, bool isAsync)
    {
        var keyword = _cursor.Start;
        _cursor.Advance();
        var name = _cursor.TakeName();
        Targets.CheckName(_cursor, name.Text, name.Span);
        var typeParameters = _expressions.Parameters.ParseTypeParameters();
        _cursor.ExpectNamed(TokenKind.LeftParen, "(");
        var parameters = _expressions.Parameters.ParseFunction();
        _cursor.Expect(TokenKind.RightParen);
        if (_cursor.Kind == TokenKind.Arrow && _cursor.KindAt(1) == TokenKind.Colon)
            throw TokenCursor.Fail("expected ':'", _cursor.Current.Span);
        var returns = _cursor.TryTake(TokenKind.Arrow) ? _expressions.ParseExpression() : null;
        if (_cursor.Kind == TokenKind.Error) throw _cursor.Unexpected();
        _cursor.ExpectNamed(TokenKind.Colon, ":");
        var context = isAsync ? FunctionContext.AsyncFunction : FunctionContext.Function;
        var body = ParseBlock("function definition", keyword, context);
        return new(new(start, _cursor.BlockEnd()), name, typeParameters, parameters, returns, body, decorators,
            isAsync);
    }

    private ClassStatement ParseClass(IReadOnlyList<Expression> decorators)
    {
        var start = _cursor.Start;
        _cursor.Advance();
        var name = _cursor.TakeName();
        Targets.CheckName(_cursor, name.Text, name.Span);
        var typeParameters = _expressions.Parameters.ParseTypeParameters();
        var (bases, keywords) = _cursor.Kind == TokenKind.LeftParen ? _expressions.ParseArguments() : ([], []);
        ExpectColon();
        var body = ParseBlock("class definition", start, FunctionContext.Class);
        return new(new(start, _cursor.BlockEnd()), name, typeParameters, bases, keywords, body, decorators);
    }

    // match is a name unless its line ends in a colon and nothing else makes sense of what follows it.
    private bool IsMatchStatement()
    {
        if (!_cursor.IsWord("match") || !Operators.StartsElement(_cursor.KindAt(1))) return false;
        if (_cursor.KindAt(1) is not (TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.Minus or TokenKind.Plus
            or TokenKind.Star or TokenKind.Not))
            return true;
        if (_cursor.KindAt(1) == TokenKind.Not && _cursor.KindAt(2) == TokenKind.In) return false;
        var end = _cursor.Position;
        while (_cursor.Tokens[end].Kind is not (TokenKind.Newline or TokenKind.EndOfFile)) end++;
        return _cursor.Tokens[end - 1].Kind == TokenKind.Colon;
    }

    private MatchStatement ParseMatch()
    {
        var start = _cursor.Start;
        _cursor.Advance();
        var subject = _expressions.ParseNamedExpressions();
        ExpectColon();
        _cursor.Expect(TokenKind.Newline);
        if (!_cursor.TryTake(TokenKind.Indent)) throw FailWithoutBlock("'match' statement", start);

        var cases = new List<MatchCase>();
        while (_cursor.IsWord("case")) cases.Add(ParseCase());
        if (cases.Count == 0) throw FailInsideBlock();
        if (_cursor.Kind is not (TokenKind.Dedent or TokenKind.EndOfFile)) throw FailInsideBlock();
        _cursor.TryTake(TokenKind.Dedent);
        PatternRules.CheckReachable(_cursor, cases);
        return new(new(start, _cursor.BlockEnd()), subject, cases.ToArray());
    }

    // The rest of the block must not be taken for the block around it.
    private ParseFailure FailInsideBlock()
    {
        var failure = _cursor.Unexpected();
        for (var depth = 1; depth > 0 && _cursor.Kind != TokenKind.EndOfFile; _cursor.Advance())
        {
            if (_cursor.Kind == TokenKind.Indent) depth++;
            else if (_cursor.Kind == TokenKind.Dedent) depth--;
        }

        return failure;
    }

    private MatchCase ParseCase()
    {
        var first = _cursor.Position;
        var start = _cursor.Start;
        _cursor.Advance();
        try
        {
            var pattern = _patterns.ParseTop();
            var guard = _cursor.TryTake(TokenKind.If) ? _expressions.ParseNamed() : null;
            ExpectColon();
            var body = ParseBlock("'case' statement", start);
            return new(new(start, _cursor.BlockEnd()), pattern, guard, body);
        }
        catch (ParseFailure failure)
        {
            // One bad case does not hide the others.
            _cursor.Report(failure);
            SkipLine(first);
            var body = new List<Statement>();
            ParseOrphanBlock(body);
            var end = body.Count > 0 ? body[^1].Span.End : _cursor.BlockEnd();
            var span = new TextSpan(start, Math.Max(start, end));
            return new(span, new AsPattern(span, null, null), null, [new InvalidStatement(span, body.ToArray())]);
        }
    }
}
