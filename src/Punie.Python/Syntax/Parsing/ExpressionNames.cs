using Punie.Python.Syntax.Ast;

namespace Punie.Python.Syntax.Parsing;

/// <summary>What CPython calls an expression in its messages.</summary>
internal static class ExpressionNames
{
    public static string Of(Expression expression) => expression switch
    {
        AttributeExpression => "attribute",
        SubscriptExpression => "subscript",
        StarredExpression => "starred",
        NameExpression => "name",
        ListExpression => "list",
        TupleExpression => "tuple",
        LambdaExpression => "lambda",
        CallExpression => "function call",
        GeneratorExpression => "generator expression",
        YieldExpression or YieldFromExpression => "yield expression",
        AwaitExpression => "await expression",
        ListComprehensionExpression => "list comprehension",
        SetComprehensionExpression => "set comprehension",
        DictComprehensionExpression => "dict comprehension",
        DictExpression => "dict literal",
        SetExpression => "set display",
        JoinedStringExpression or FormattedValueExpression => "f-string expression",
        TemplateStringExpression or InterpolationExpression => "t-string expression",
        ConstantExpression constant => Of(constant.Value),
        CompareExpression => "comparison",
        ConditionalExpression => "conditional expression",
        NamedExpression => "named expression",
        _ => "expression",
    };

    private static string Of(Literal literal) => literal switch
    {
        Literal.None => "None",
        Literal.Bool { Value: true } => "True",
        Literal.Bool => "False",
        Literal.Ellipsis => "ellipsis",
        _ => "literal",
    };
}
