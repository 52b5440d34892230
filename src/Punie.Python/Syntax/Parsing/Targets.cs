using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

/// <summary>Turns expressions that were read as values into targets, and finds the part that cannot be one.</summary>
internal static class Targets
{
    /// <summary>Marks an expression and its elements; the first part that cannot be a target, or null.</summary>
    public static Expression? Mark(TokenCursor cursor, Expression expression, ExpressionContext context)
    {
        switch (expression)
        {
            case NameExpression name:
                name.Context = context;
                CheckName(cursor, name.Name, name.Span);
                return null;
            case AttributeExpression attribute:
                attribute.Context = context;
                CheckName(cursor, attribute.Name.Text, attribute.Span);
                return null;
            case SubscriptExpression subscript:
                subscript.Context = context;
                return null;
            case StarredExpression starred when context == ExpressionContext.Store:
                starred.Context = context;
                return Mark(cursor, starred.Value, context);
            case ListExpression list:
                list.Context = context;
                return MarkAll(cursor, list, list.Elements, context);
            case TupleExpression tuple:
                tuple.Context = context;
                return MarkAll(cursor, tuple, tuple.Elements, context);
            default:
                return expression;
        }
    }

    /// <summary>Marks a whole target of an assignment, a loop or a with item, and fails when it is none.</summary>
    public static void Assign(TokenCursor cursor, Expression target)
    {
        if (Mark(cursor, target, ExpressionContext.Store) is { } invalid)
            throw TokenCursor.Fail($"cannot assign to {ExpressionNames.Of(invalid)}", invalid.Span);
        if (target is StarredExpression)
            cursor.Report("starred assignment target must be in a list or tuple", target.Span);
    }

    /// <summary>Marks a target of <c>del</c>.</summary>
    public static void Delete(TokenCursor cursor, Expression target)
    {
        if (Mark(cursor, target, ExpressionContext.Delete) is { } invalid)
            throw TokenCursor.Fail($"cannot delete {ExpressionNames.Of(invalid)}", invalid.Span);
    }

    /// <summary>Reports names that may never be bound.</summary>
    public static void CheckName(TokenCursor cursor, string name, TextSpan span)
    {
        if (name == "__debug__") cursor.Report("cannot assign to __debug__", span);
    }

    /// <summary>True for what may be meant as the left side of <c>==</c> when a single equals sign follows.</summary>
    public static bool LooksLikeComparison(TokenCursor cursor, int firstToken, Expression value)
    {
        var first = cursor.Tokens[firstToken].Kind;
        if (first is TokenKind.True or TokenKind.False or TokenKind.None) return false;
        if (value is ListExpression or TupleExpression or GeneratorExpression) return false;
        return first == TokenKind.LeftParen || value is not (CompareExpression or BoolOpExpression
            or ConditionalExpression or LambdaExpression or UnaryExpression { Operator: UnaryOperator.Not });
    }

    private static Expression? MarkAll(
        TokenCursor cursor, Expression owner, IReadOnlyList<Expression> elements, ExpressionContext context)
    {
        var stars = 0;
        foreach (var element in elements)
        {
            if (Mark(cursor, element, context) is { } invalid) return invalid;
            if (element is StarredExpression && ++stars == 2)
                cursor.Report("multiple starred expressions in assignment", owner.Span);
        }

        return null;
    }
}
