using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>The children of a node, list by list, so that parts of different lists are never compared.</summary>
internal static class ShapeParts
{
    /// <summary>A list for each field; one with null where an optional part between others is missing.</summary>
    public static IReadOnlyList<IReadOnlyList<Node?>> Of(Node node) => node switch
    {
        CallExpression n => [[n.Function], [.. n.Arguments, .. n.Keywords]],
        DictExpression n => [[.. n.Keys.Zip(n.Values).SelectMany(p => new Node?[] { p.First, p.Second })]],
        SliceExpression n => [[n.Lower], [n.Upper], [n.Step]],
        ListComprehensionExpression n => [[n.Element], n.Clauses],
        SetComprehensionExpression n => [[n.Element], n.Clauses],
        GeneratorExpression n => [[n.Element], n.Clauses],
        DictComprehensionExpression n => [[n.Key], [n.Value], n.Clauses],
        ComprehensionClause n => [[n.Target], [n.Iterable], n.Conditions],
        Parameters n =>
            [n.PositionalOnly, n.Positional, Optional(n.VarArgs), n.KeywordOnly, Optional(n.KeywordVarArgs)],
        Parameter n => [[n.Annotation], [n.Default]],
        TypeParameter n => [[n.Bound], [n.Default]],
        Statement n => OfStatement(n),
        IfBranch n => [[n.Test], n.Body],
        ExceptHandler n => [[n.Type], n.Body],
        MatchCase n => [[n.Pattern], [n.Guard], n.Body],
        WithItem n => [[n.Context], [n.Target]],
        MappingPattern n => [n.Keys, n.Patterns],
        ClassPattern n => [[n.Class], n.Patterns, n.KeywordPatterns],
        _ => [Children(node)],
    };

    /// <summary>True for a list of a definition's head that a pattern may leave out.</summary>
    public static bool MayBeLeftOut(Node node, int part) => node switch
    {
        FunctionStatement => part is 0 or 1 or 3,
        ClassStatement => part is 0 or 1 or 2,
        _ => false,
    };

    private static IReadOnlyList<IReadOnlyList<Node?>> OfStatement(Statement statement) => statement switch
    {
        FunctionStatement n => [n.Decorators, n.TypeParameters, [n.Parameters], Optional(n.Returns), n.Body],
        ClassStatement n => [n.Decorators, n.TypeParameters, [.. n.Bases, .. n.Keywords], n.Body],
        ForStatement n => [[n.Target], [n.Iterable], n.Body, n.OrElse],
        WhileStatement n => [[n.Test], n.Body, n.OrElse],
        IfStatement n => [n.Branches, n.OrElse],
        WithStatement n => [n.Items, n.Body],
        TryStatement n => [n.Body, n.Handlers, n.OrElse, n.Finally],
        AssignStatement n => [n.Targets, [n.Value]],
        AnnotatedAssignStatement n => [[n.Target], [n.Annotation], [n.Value]],
        RaiseStatement n => [[n.Exception], [n.Cause]],
        AssertStatement n => [[n.Test], [n.Message]],
        TypeAliasStatement n => [[n.Name], n.TypeParameters, [n.Value]],
        _ => [Children(statement)],
    };

    private static IReadOnlyList<Node?> Optional(Node? node) => node is null ? [] : [node];

    private static List<Node> Children(Node node)
    {
        var children = new List<Node>();
        NodeChildren.Collect(node, children);
        return children;
    }
}
