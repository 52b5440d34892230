using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

/// <summary>Statements without a block, one or more on a line.</summary>
internal sealed partial class SimpleStatementParser(TokenCursor cursor, ExpressionParser expressions)
{
    /// <summary>A line of statements between semicolons, with its end.</summary>
    public void ParseLine(List<Statement> body)
    {
        while (true)
        {
            body.Add(ParseStatement());
            if (!cursor.TryTake(TokenKind.Semicolon)) break;
            if (cursor.Kind == TokenKind.Newline) break;
        }

        if (cursor.Kind == TokenKind.EndOfFile) return;
        cursor.Expect(TokenKind.Newline);
    }

    private Statement ParseStatement()
    {
        var start = cursor.Start;
        switch (cursor.Kind)
        {
            case TokenKind.Pass: return new PassStatement(Take());
            case TokenKind.Break: return ParseJump("'break' outside loop", span => new BreakStatement(span));
            case TokenKind.Continue:
                return ParseJump("'continue' not properly in loop", span =>
                    new ContinueStatement(span));
            case TokenKind.Return: return ParseReturn(start);
            case TokenKind.Raise: return ParseRaise(start);
            case TokenKind.Import: return ParseImport(start);
            case TokenKind.From: return ParseImportFrom(start);
            case TokenKind.Global:
                cursor.Advance();
                var globals = ParseNames();
                return new GlobalStatement(cursor.SpanFrom(start), globals);
            case TokenKind.Nonlocal: return ParseNonlocal(start);
            case TokenKind.Del: return ParseDelete(start);
            case TokenKind.Assert: return ParseAssert(start);
            case TokenKind.Name when IsTypeAlias(): return ParseTypeAlias(start);
            default: return ParseExpressionStatement(start);
        }
    }

    private TextSpan Take()
    {
        var span = cursor.Current.Span;
        cursor.Advance();
        return span;
    }

    private Statement ParseJump(string message, Func<TextSpan, Statement> create)
    {
        var span = Take();
        if (cursor.Context.ForbidsJumps)
            cursor.Report("'break', 'continue' and 'return' cannot appear in an except* block", span);
        else if (!cursor.Context.InLoop)
            cursor.Report(message, span);
        return create(span);
    }

    private ReturnStatement ParseReturn(int start)
    {
        cursor.Advance();
        var value = Operators.StartsElement(cursor.Kind) ? expressions.ParseValues() : null;
        var span = cursor.SpanFrom(start);
        if (cursor.Context.ForbidsReturn)
            cursor.Report("'break', 'continue' and 'return' cannot appear in an except* block", span);
        else if (!cursor.Context.AllowsReturn)
            cursor.Report("'return' outside function", span);
        return new(span, value);
    }

    private RaiseStatement ParseRaise(int start)
    {
        cursor.Advance();
        if (cursor.Kind == TokenKind.From)
            throw TokenCursor.Fail("did you forget an expression between 'raise' and 'from'?", cursor.SpanFrom(start));
        var exception = Operators.StartsExpression(cursor.Kind) ? expressions.ParseExpression() : null;
        var from = cursor.Start;
        Expression? cause = null;
        if (exception is not null && cursor.TryTake(TokenKind.From))
        {
            if (cursor.Kind == TokenKind.Newline)
                throw TokenCursor.Fail("did you forget an expression after 'from'?", cursor.SpanFrom(from));
            cause = expressions.ParseExpression();
        }

        return new(cursor.SpanFrom(start), exception, cause);
    }

    private Identifier[] ParseNames()
    {
        var names = new List<Identifier>(1);
        do
        {
            names.Add(cursor.TakeName());
        }
        while (cursor.TryTake(TokenKind.Comma));
        return [.. names];
    }

    private NonlocalStatement ParseNonlocal(int start)
    {
        cursor.Advance();
        var names = ParseNames();
        var span = cursor.SpanFrom(start);
        if (cursor.Context.Kind == BlockKind.Module)
            cursor.Report("nonlocal declaration not allowed at module level", span);
        return new(span, names);
    }

    private DeleteStatement ParseDelete(int start)
    {
        cursor.Advance();
        var targets = new List<Expression>(1);
        do
        {
            if (targets.Count > 0 && !Operators.StartsElement(cursor.Kind)) break;
            var isStarred = cursor.Kind == TokenKind.Star;
            var target = isStarred ? expressions.ParseTarget() : expressions.ParseExpression();
            targets.Add(target);
        }
        while (cursor.TryTake(TokenKind.Comma));
        if (cursor.Kind is TokenKind.Newline or TokenKind.Semicolon or TokenKind.EndOfFile)
            targets.ForEach(t => Targets.Delete(cursor, t));
        return new(cursor.SpanFrom(start), targets.ToArray());
    }

    private AssertStatement ParseAssert(int start)
    {
        cursor.Advance();
        var test = expressions.ParseExpression();
        var message = cursor.TryTake(TokenKind.Comma) ? expressions.ParseExpression() : null;
        return new(cursor.SpanFrom(start), test, message);
    }

    private bool IsTypeAlias() => cursor.KindAt(1) == TokenKind.Name && cursor.IsWord("type");

    private TypeAliasStatement ParseTypeAlias(int start)
    {
        cursor.Advance();
        var name = cursor.TakeName();
        Targets.CheckName(cursor, name.Text, name.Span);
        var parameters = expressions.Parameters.ParseTypeParameters();
        cursor.Expect(TokenKind.Equal);
        var value = expressions.ParseExpression();
        var target = new NameExpression(name.Span, name.Text, ExpressionContext.Store);
        return new(cursor.SpanFrom(start), target, parameters, value);
    }

    private Statement ParseExpressionStatement(int start)
    {
        var token = cursor.Position;
        var first = expressions.ParseYieldOrExpressions();
        if (cursor.Kind == TokenKind.Equal) return ParseAssignment(start, token, first);
        if (cursor.Kind == TokenKind.Colon) return ParseAnnotated(start, token, first);
        if (Operators.IsAugmentedAssignment(cursor.Kind)) return ParseAugmented(start, first);
        expressions.RefuseStar(first);
        return new ExpressionStatement(cursor.SpanFrom(start), first);
    }

    private AssignStatement ParseAssignment(int start, int token, Expression first)
    {
        var targets = new List<Expression>(1);
        var value = first;
        while (cursor.Kind == TokenKind.Equal)
        {
            cursor.Advance();
            var target = value;
            var targetToken = token;
            token = cursor.Position;
            value = ParseValueOf(target, targetToken);
            var isOnly = targets.Count == 0 && cursor.Kind is not (TokenKind.Equal or TokenKind.ColonEqual);
            CheckTarget(target, targetToken, isOnly);
            targets.Add(target);
        }

        expressions.RefuseStar(value);

        return new(cursor.SpanFrom(start), targets.ToArray(), value);
    }

    // What cannot be assigned to is wrong whatever stands behind it.
    private Expression ParseValueOf(Expression target, int targetToken)
    {
        try
        {
            return expressions.ParseYieldOrExpressions();
        }
        catch (ParseFailure)
        {
            CheckTarget(target, targetToken, isOnly: false);
            throw;
        }
    }

    private void CheckTarget(Expression target, int token, bool isOnly)
    {
        if (cursor.Tokens[token].Kind == TokenKind.Yield)
            throw TokenCursor.Fail("assignment to yield expression not possible", target.Span);
        var invalid = Targets.Mark(cursor, target, ExpressionContext.Store);
        if (target is StarredExpression && invalid is null)
            cursor.Report("starred assignment target must be in a list or tuple", target.Span);
        if (invalid is null) return;
        var isNextToEqual = ReferenceEquals(invalid, target)
            || (target is TupleExpression tuple && tuple.Elements[^1] == invalid && tuple.Span.End == invalid.Span.End);
        var hint = isOnly && isNextToEqual && Targets.LooksLikeComparison(cursor, token, invalid)
            ? " here. Maybe you meant '==' instead of '='?" : "";
        throw TokenCursor.Fail($"cannot assign to {ExpressionNames.Of(invalid)}{hint}", invalid.Span);
    }

    private AnnotatedAssignStatement ParseAnnotated(int start, int token, Expression target)
    {
        var colon = cursor.Current.Span;
        cursor.Advance();
        var canBeAnnotated = target is NameExpression or AttributeExpression or SubscriptExpression;
        if (!canBeAnnotated && cursor.Kind == TokenKind.Newline) throw TokenCursor.Fail("invalid syntax", colon);
        var annotation = expressions.ParseExpression();
        if (target is ListExpression or TupleExpression)
            throw TokenCursor.Fail($"only single target (not {ExpressionNames.Of(target)}) can be annotated",
                target.Span);
        if (!canBeAnnotated) throw TokenCursor.Fail("illegal target for annotation", target.Span);
        Targets.Mark(cursor, target, ExpressionContext.Store);
        var value = cursor.TryTake(TokenKind.Equal) ? expressions.ParseYieldOrExpressions() : null;
        expressions.RefuseStar(value);
        var isSimple = target is NameExpression && cursor.Tokens[token].Kind == TokenKind.Name;
        return new(cursor.SpanFrom(start), target, annotation, value, isSimple);
    }

    private AugmentedAssignStatement ParseAugmented(int start, Expression target)
    {
        var kind = cursor.Kind;
        if (target is not (NameExpression or AttributeExpression or SubscriptExpression))
            throw TokenCursor.Fail(
                $"'{ExpressionNames.Of(target)}' is an illegal expression for augmented assignment", target.Span);
        Targets.Mark(cursor, target, ExpressionContext.Store);
        cursor.Advance();
        var value = expressions.ParseYieldOrExpressions();
        expressions.RefuseStar(value);
        return new(cursor.SpanFrom(start), target, Operators.BinaryOf(kind), value);
    }
}
