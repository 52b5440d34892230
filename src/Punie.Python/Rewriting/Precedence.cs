using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>How tightly expressions bind, so that a part that moves keeps its meaning.</summary>
/// <remarks>Source: the table at the end of https://docs.python.org/3.14/reference/expressions.html.</remarks>
internal static class Precedence
{
    private const int Loose = 0;
    private const int Closed = 16;

    /// <summary>A higher number binds tighter; <c>a, b</c>, <c>yield</c> and <c>:=</c> are the lowest.</summary>
    public static int Of(Node node, string text) => node switch
    {
        NamedExpression or YieldExpression or YieldFromExpression or StarredExpression => Loose,
        TupleExpression => text.StartsWith('(') ? Closed : Loose,
        LambdaExpression or ConditionalExpression => 1,
        BoolOpExpression e => e.Operator == BoolOperator.Or ? 2 : 3,
        UnaryExpression { Operator: UnaryOperator.Not } => 4,
        CompareExpression => 5,
        BinaryExpression e => OfBinary(e.Operator),
        UnaryExpression => 12,
        AwaitExpression => 14,
        // 1.real is a number that goes wrong.
        ConstantExpression { Value: Literal.Int or Literal.Float or Literal.Imaginary } => 14,
        AttributeExpression or CallExpression or SubscriptExpression => 15,
        _ => Closed,
    };

    /// <summary>True when a part needs parentheses to stand in an expression.</summary>
    /// <param name="part">How tightly the part binds.</param>
    /// <param name="parent">What it becomes a part of.</param>
    /// <param name="slot">The part of the parent whose place it takes.</param>
    public static bool NeedsParentheses(int part, Node? parent, Node slot)
    {
        if (part >= Closed) return false;
        if (parent is not Expression outer || IsDelimited(outer, slot)) return part == Loose && !MayBeLoose(parent);
        return part < Of(outer, "") || (part == Of(outer, "") && !IsLeftOperand(outer, slot));
    }

    private static int OfBinary(BinaryOperator operation) => operation switch
    {
        BinaryOperator.BitOr => 6,
        BinaryOperator.BitXor => 7,
        BinaryOperator.BitAnd => 8,
        BinaryOperator.LShift or BinaryOperator.RShift => 9,
        BinaryOperator.Add or BinaryOperator.Sub => 10,
        BinaryOperator.Pow => 13,
        _ => 11,
    };

    private static bool MayBeLoose(Node? parent) => parent is ExpressionStatement or AssignStatement;

    private static bool IsDelimited(Expression parent, Node slot) => parent switch
    {
        CallExpression e => !ReferenceEquals(e.Function, slot),
        SubscriptExpression e => !ReferenceEquals(e.Value, slot),
        ListExpression or TupleExpression or SetExpression or DictExpression or SliceExpression => true,
        ListComprehensionExpression or SetComprehensionExpression or DictComprehensionExpression
            or GeneratorExpression => true,
        FormattedValueExpression or InterpolationExpression => true,
        _ => false,
    };

    private static bool IsLeftOperand(Expression parent, Node slot) => parent switch
    {
        BinaryExpression { Operator: not BinaryOperator.Pow } e => ReferenceEquals(e.Left, slot),
        AttributeExpression or CallExpression or SubscriptExpression => true,
        _ => false,
    };
}
