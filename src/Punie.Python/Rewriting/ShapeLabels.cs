using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>Compares what two nodes of one class hold besides their children: names, operators, values.</summary>
internal static class ShapeLabels
{
    /// <summary>True when they are the same.</summary>
    /// <param name="pattern">A node.</param>
    /// <param name="node">A node of the same class.</param>
    /// <param name="areNames">Compares a name of the first with one of the second.</param>
    public static bool AreSame(Node pattern, Node node, Func<string?, string?, bool> areNames) => (pattern, node) switch
    {
        (Expression p, Expression n) => AreSameExpressions(p, n, areNames),
        (Statement p, Statement n) => AreSameStatements(p, n, areNames),
        (Pattern p, Pattern n) => AreSamePatterns(p, n, areNames),
        (Parameter p, Parameter n) => areNames(p.Name.Text, n.Name.Text),
        (KeywordArgument p, KeywordArgument n) => areNames(p.Name?.Text, n.Name?.Text),
        (ImportAlias p, ImportAlias n) => areNames(p.Name.Text, n.Name.Text) && areNames(p.Alias?.Text, n.Alias?.Text),
        (TypeParameter p, TypeParameter n) => p.Flavor == n.Flavor && areNames(p.Name.Text, n.Name.Text),
        (ExceptHandler p, ExceptHandler n) => areNames(p.Name?.Text, n.Name?.Text),
        (ComprehensionClause p, ComprehensionClause n) => p.IsAsync == n.IsAsync,
        _ => true,
    };

    private static bool AreSameExpressions(Expression pattern, Expression node,
        Func<string?, string?, bool> areNames) =>
            (pattern, node) switch
            {
                (NameExpression p, NameExpression n) => areNames(p.Name, n.Name),
                (AttributeExpression p, AttributeExpression n) => areNames(p.Name.Text, n.Name.Text),
                (ConstantExpression p, ConstantExpression n) => AreSameLiterals(p.Value, n.Value),
                (BoolOpExpression p, BoolOpExpression n) => p.Operator == n.Operator,
                (BinaryExpression p, BinaryExpression n) => p.Operator == n.Operator,
                (UnaryExpression p, UnaryExpression n) => p.Operator == n.Operator,
                (CompareExpression p, CompareExpression n) => p.Operators.SequenceEqual(n.Operators),
                (FormattedValueExpression p, FormattedValueExpression n) => p.Conversion == n.Conversion,
                (InterpolationExpression p, InterpolationExpression n) => p.Conversion == n.Conversion,
                _ => true,
            };

    private static bool AreSameStatements(Statement pattern, Statement node, Func<string?, string?, bool> areNames) =>
        (pattern, node) switch
        {
            (FunctionStatement p, FunctionStatement n) => p.IsAsync == n.IsAsync && areNames(p.Name.Text, n.Name.Text),
            (ClassStatement p, ClassStatement n) => areNames(p.Name.Text, n.Name.Text),
            (ForStatement p, ForStatement n) => p.IsAsync == n.IsAsync,
            (WithStatement p, WithStatement n) => p.IsAsync == n.IsAsync,
            (TryStatement p, TryStatement n) => p.IsStar == n.IsStar,
            (AugmentedAssignStatement p, AugmentedAssignStatement n) => p.Operator == n.Operator,
            (ImportFromStatement p, ImportFromStatement n) =>
                p.Level == n.Level && areNames(p.Module?.Text, n.Module?.Text),
            (GlobalStatement p, GlobalStatement n) => AreSameNames(p.Names, n.Names, areNames),
            (NonlocalStatement p, NonlocalStatement n) => AreSameNames(p.Names, n.Names, areNames),
            _ => true,
        };

    private static bool AreSamePatterns(Pattern pattern, Pattern node, Func<string?, string?, bool> areNames) =>
        (pattern, node) switch
        {
            (SingletonPattern p, SingletonPattern n) => AreSameLiterals(p.Value, n.Value),
            (AsPattern p, AsPattern n) => areNames(p.Name?.Text, n.Name?.Text),
            (StarPattern p, StarPattern n) => areNames(p.Name?.Text, n.Name?.Text),
            (MappingPattern p, MappingPattern n) => areNames(p.Rest?.Text, n.Rest?.Text),
            (ClassPattern p, ClassPattern n) => AreSameNames(p.KeywordNames, n.KeywordNames, areNames),
            _ => true,
        };

    private static bool AreSameNames(
        IReadOnlyList<Identifier> patterns, IReadOnlyList<Identifier> names, Func<string?, string?, bool> areNames) =>
            patterns.Count == names.Count && patterns.Zip(names).All(p => areNames(p.First.Text, p.Second.Text));

    private static bool AreSameLiterals(Literal pattern, Literal literal) => (pattern, literal) switch
    {
        (Literal.Str p, Literal.Str n) => p.Value == n.Value,
        (Literal.Bytes p, Literal.Bytes n) => p.Value.Span.SequenceEqual(n.Value.Span),
        _ => pattern == literal,
    };
}
