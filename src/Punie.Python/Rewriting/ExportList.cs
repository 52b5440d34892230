using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>The strings of <c>__all__</c>.</summary>
internal static class ExportList
{
    /// <summary>The places between the quotes of the entries that are a name.</summary>
    public static IEnumerable<TextSpan> Find(ParseResult parse, string name)
    {
        foreach (var value in parse.Module.Body.Select(ValueOf).OfType<Expression>())
        {
            foreach (var entry in SyntaxWalk.All(value).OfType<ConstantExpression>())
            {
                if (entry.Value is not Literal.Str text || text.Value != name) continue;
                var at = parse.Source.TextOf(entry.Span).IndexOf(name, StringComparison.Ordinal);
                if (at > 0) yield return new(entry.Span.Start + at, entry.Span.Start + at + name.Length);
            }
        }
    }

    private static Expression? ValueOf(Statement statement) => statement switch
    {
        AssignStatement s when s.Targets.Any(IsList) => s.Value,
        AugmentedAssignStatement s when IsList(s.Target) => s.Value,
        AnnotatedAssignStatement s when IsList(s.Target) => s.Value,
        ExpressionStatement { Value: CallExpression { Function: AttributeExpression method } call } when IsList(
            method.Value) => call,
        _ => null,
    };

    private static bool IsList(Expression expression) => expression is NameExpression { Name: "__all__" };
}
