using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

// if, loops, try, with and match.
internal sealed partial class StatementParser
{
    private IfStatement ParseIf()
    {
        var start = _cursor.Start;
        var branches = new List<IfBranch>(1);
        do
        {
            var keyword = _cursor.Current;
            _cursor.Advance();
            var test = _expressions.ParseNamed();
            ExpectColon();
            var owner = keyword.Kind == TokenKind.If ? "'if' statement" : "'elif' statement";
            var body = ParseBlock(owner, keyword.Start);
            branches.Add(new(new(keyword.Start, _cursor.BlockEnd()), test, body));
        }
        while (_cursor.Kind == TokenKind.Elif);
        var orElse = ParseElse();
        return new(new(start, _cursor.BlockEnd()), branches.ToArray(), orElse);
    }

    private WhileStatement ParseWhile()
    {
        var start = _cursor.Start;
        _cursor.Advance();
        var test = _expressions.ParseNamed();
        ExpectColon();
        var body = ParseBlock("'while' statement", start, LoopContext());
        var orElse = ParseElse();
        return new(new(start, _cursor.BlockEnd()), test, body, orElse);
    }

    private ForStatement ParseFor(int start, bool isAsync)
    {
        var keyword = _cursor.Start;
        _cursor.Advance();
        var target = _expressions.ParseTargets();
        Targets.Assign(_cursor, target);
        _cursor.Expect(TokenKind.In);
        var iterable = _expressions.ParseValues();
        ExpectColon();
        var body = ParseBlock("'for' statement", keyword, LoopContext());
        var orElse = ParseElse();
        return new(new(start, _cursor.BlockEnd()), target, iterable, body, orElse, isAsync);
    }

    private WithStatement ParseWith(int start, bool isAsync)
    {
        var keyword = _cursor.Start;
        _cursor.Advance();
        var items = TryParseParenthesizedItems();
        if (items is null)
        {
            items = [];
            do
            {
                items.Add(ParseWithItem());
            }
            while (_cursor.TryTake(TokenKind.Comma));
        }

        ExpectColon();
        var body = ParseBlock("'with' statement", keyword);
        return new(new(start, _cursor.BlockEnd()), items.ToArray(), body, isAsync);
    }

    // with (a as b, c): is read as items when the closing parenthesis is followed by the colon and nothing
    // inside needs the parentheses to be part of an expression.
    private List<WithItem>? TryParseParenthesizedItems()
    {
        if (_cursor.Kind != TokenKind.LeftParen || !IsFollowedByColon()) return null;
        var first = _cursor.Position;
        var items = new List<WithItem>();
        _cursor.Advance();
        while (Operators.StartsExpression(_cursor.Kind))
        {
            var mark = _cursor.Position;
            if (_cursor.Kind == TokenKind.Name && _cursor.KindAt(1) == TokenKind.ColonEqual) break;
            items.Add(ParseWithItem());
            if (_cursor.Position == mark || !_cursor.TryTake(TokenKind.Comma)) break;
        }

        if (items.Count > 0 && _cursor.TryTake(TokenKind.RightParen)) return items;
        if (items.Exists(i => i.Target is not null)) throw _cursor.Unexpected();
        _cursor.Position = first;
        return null;
    }

    private bool IsFollowedByColon()
    {
        var (depth, hasTarget) = (0, false);
        for (var i = _cursor.Position; i < _cursor.Tokens.Length; i++)
        {
            switch (_cursor.Tokens[i].Kind)
            {
                case TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.LeftBrace:
                    depth++;
                    break;
                case TokenKind.RightParen or TokenKind.RightBracket or TokenKind.RightBrace:
                    if (--depth > 0) break;
                    var next = _cursor.Tokens[i + 1].Kind;
                    return next == TokenKind.Colon || (hasTarget && next == TokenKind.Newline);
                case TokenKind.As:
                    hasTarget |= depth == 1;
                    break;
                case TokenKind.Newline or TokenKind.Error:
                    return false;
            }
        }

        return false;
    }

    private WithItem ParseWithItem()
    {
        var start = _cursor.Start;
        var context = _expressions.ParseExpression();
        Expression? target = null;
        if (_cursor.TryTake(TokenKind.As))
        {
            target = _expressions.ParseTarget();
            Targets.Assign(_cursor, target);
        }

        return new(_cursor.SpanFrom(start), context, target);
    }

    private TryStatement ParseTry()
    {
        var start = _cursor.Start;
        _cursor.Advance();
        _cursor.ExpectNamed(TokenKind.Colon, ":");
        var body = ParseBlock("'try' statement", start);
        if (_cursor.Kind is not (TokenKind.Except or TokenKind.Finally))
            throw _cursor.Kind == TokenKind.Error
                ? _cursor.Unexpected() : TokenCursor.Fail("expected 'except' or 'finally' block", _cursor.Current.Span);
        var handlers = new List<ExceptHandler>();
        var isStar = _cursor.KindAt(1) == TokenKind.Star && _cursor.Kind == TokenKind.Except;
        while (_cursor.Kind == TokenKind.Except) handlers.Add(ParseHandler(isStar));
        for (var i = 0; i < handlers.Count - 1; i++)
        {
            if (handlers[i].Type is null) _cursor.Report("default 'except:' must be last", handlers[i].Span);
        }

        var orElse = handlers.Count > 0 ? ParseElse() : [];
        Statement[] last = [];
        var keyword = _cursor.Start;
        if (_cursor.TryTake(TokenKind.Finally))
        {
            _cursor.ExpectNamed(TokenKind.Colon, ":");
            last = ParseBlock("'finally' statement", keyword);
        }

        return new(new(start, _cursor.BlockEnd()), body, handlers.ToArray(), orElse, last, isStar);
    }

    private ExceptHandler ParseHandler(bool isStar)
    {
        var start = _cursor.Start;
        _cursor.Advance();
        if (_cursor.TryTake(TokenKind.Star) != isStar)
            throw TokenCursor.Fail("cannot have both 'except' and 'except*' on the same 'try'",
                _cursor.SpanFrom(start));
        if (isStar && _cursor.Kind is TokenKind.Colon or TokenKind.Newline)
            throw TokenCursor.Fail("expected one or more exception types", _cursor.Current.Span);
        Expression? type = null;
        Identifier? name = null;
        if (_cursor.Kind is not (TokenKind.Colon or TokenKind.Newline)) (type, name) = ParseHandlerTypes();
        ExpectColon();
        var context = isStar ? _cursor.Context with { ForbidsJumps = true, ForbidsReturn = true } : _cursor.Context;
        var body = ParseBlock(isStar ? "'except*' statement" : "'except' statement", start, context);
        return new(new(start, _cursor.BlockEnd()), type, name, body);
    }

    private (Expression Type, Identifier? Name) ParseHandlerTypes()
    {
        var start = _cursor.Start;
        var isGroup = _cursor.Kind == TokenKind.LeftParen;
        var type = _expressions.ParseExpressions();
        if (!_cursor.TryTake(TokenKind.As)) return (type, null);
        if (type is TupleExpression
            && !(isGroup && type.Span.Start == start && _cursor.Source.Text[type.Span.End - 1] == ')'))
            throw TokenCursor.Fail("multiple exception types must be parenthesized when using 'as'", type.Span);
        if (_cursor.Kind != TokenKind.Name
            || _cursor.KindAt(1) is TokenKind.Dot or TokenKind.LeftParen or TokenKind.LeftBracket)
        {
            var target = _expressions.ParseExpression();
            throw TokenCursor.Fail($"cannot use except statement with {ExpressionNames.Of(target)}", target.Span);
        }

        var name = _cursor.TakeName();
        Targets.CheckName(_cursor, name.Text, name.Span);
        return (type, name);
    }
}
