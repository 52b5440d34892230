using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

// import and from … import.
internal sealed partial class SimpleStatementParser
{
    private ImportStatement ParseImport(int start)
    {
        cursor.Advance();
        FailWithoutNames();
        var names = new List<ImportAlias>(1);
        do
        {
            var first = cursor.Start;
            var name = ParseDottedName();
            var alias = cursor.TryTake(TokenKind.As) ? ParseAlias() : (Identifier?)null;
            names.Add(new(cursor.SpanFrom(first), name, alias));
        }
        while (cursor.TryTake(TokenKind.Comma));
        if (cursor.Kind == TokenKind.From)
            throw TokenCursor.Fail("Did you mean to use 'from ... import ...' instead?", cursor.SpanFrom(start));
        return new(cursor.SpanFrom(start), names.ToArray());
    }

    private ImportFromStatement ParseImportFrom(int start)
    {
        cursor.Advance();
        var level = 0;
        for (; cursor.Kind is TokenKind.Dot or TokenKind.Ellipsis; cursor.Advance())
            level += cursor.Kind == TokenKind.Dot ? 1 : 3;
        var module = level > 0 && cursor.Kind == TokenKind.Import ? (Identifier?)null : ParseDottedName();
        cursor.Expect(TokenKind.Import);
        FailWithoutNames();
        if (cursor.Kind == TokenKind.Star)
        {
            var star = Take();
            if (cursor.Context.Kind is not (BlockKind.Module or BlockKind.Unknown))
                cursor.Report("import * only allowed at module level", star);
            return new(cursor.SpanFrom(start), module, [new(star, new("*", star), null)], level);
        }

        var names = ParseFromNames();
        return new(cursor.SpanFrom(start), module, names, level);
    }

    private ImportAlias[] ParseFromNames()
    {
        var isGroup = cursor.TryTake(TokenKind.LeftParen);
        var names = new List<ImportAlias>();
        do
        {
            if (isGroup && names.Count > 0 && cursor.Kind == TokenKind.RightParen) break;
            if (!isGroup && names.Count > 0 && cursor.Kind == TokenKind.Newline)
                throw TokenCursor.Fail("trailing comma not allowed without surrounding parentheses",
                    cursor.Current.Span);
            var first = cursor.Start;
            var name = cursor.TakeName();
            var alias = cursor.TryTake(TokenKind.As) ? ParseAlias() : (Identifier?)null;
            if (alias is null) Targets.CheckName(cursor, name.Text, name.Span);
            names.Add(new(cursor.SpanFrom(first), name, alias));
        }
        while (cursor.TryTake(TokenKind.Comma));
        if (isGroup) cursor.Expect(TokenKind.RightParen);
        return [.. names];
    }

    private void FailWithoutNames()
    {
        if (cursor.Kind == TokenKind.Newline)
            throw TokenCursor.Fail("Expected one or more names after 'import'", cursor.Current.Span);
    }

    private Identifier ParseAlias()
    {
        var isName = cursor.Kind == TokenKind.Name
            && cursor.KindAt(1) is not (TokenKind.Dot or TokenKind.LeftParen or TokenKind.LeftBracket);
        if (!isName && Operators.StartsExpression(cursor.Kind))
        {
            var target = expressions.ParseExpression();
            throw TokenCursor.Fail($"cannot use {ExpressionNames.Of(target)} as import target", target.Span);
        }

        var name = cursor.TakeName();
        Targets.CheckName(cursor, name.Text, name.Span);
        return name;
    }

    private Identifier ParseDottedName()
    {
        var first = cursor.TakeName();
        if (cursor.Kind != TokenKind.Dot) return first;
        var parts = new List<string> { first.Text };
        while (cursor.TryTake(TokenKind.Dot)) parts.Add(cursor.TakeName().Text);
        return new(string.Join('.', parts), cursor.SpanFrom(first.Span.Start));
    }
}
