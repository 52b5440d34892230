using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Tests.Syntax;

public sealed class ConstructTests
{
    public static TheoryData<string> Programs() => new(Constructs.All);

    [Theory]
    [MemberData(nameof(Programs))]
    public void Every_construct_parses(string program) => Assert.Empty(PythonParser.Parse(program).Errors);

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_text_of_each_expression_reads_as_the_same_kind_of_expression(string program)
    {
        var result = PythonParser.Parse(program);

        foreach (var node in Readable(result.Module))
        {
            var text = "(\n" + result.Source.TextOf(node.Span) + "\n)\n";
            var again = PythonParser.Parse("async def f():\n  " + text.Replace("\r\n", "\n", StringComparison.Ordinal));
            Assert.Equal(node.Kind, KindOf(again));
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_node_lies_inside_its_parent(string program)
    {
        var open = new Stack<Node>([PythonParser.Parse(program).Module]);
        var children = new List<Node>();

        while (open.TryPop(out var node))
        {
            children.Clear();
            NodeChildren.Collect(node, children);
            foreach (var child in children)
            {
                open.Push(child);
                if (IsOutside(node, child)) continue;
                Assert.InRange(child.Span.Start, node.Span.Start, node.Span.End);
                Assert.InRange(child.Span.End, child.Span.Start, node.Span.End);
            }
        }
    }

    // Decorators stand before the span of what they decorate and defaults behind their parameter's, as in CPython.
    private static bool IsOutside(Node parent, Node child) => parent switch
    {
        FunctionStatement function => function.Decorators.Contains(child),
        ClassStatement @class => @class.Decorators.Contains(child),
        Parameter parameter => parameter.Default == child,
        _ => false,
    };

    private static string KindOf(ParseResult result) =>
        ((ExpressionStatement)((FunctionStatement)Assert.Single(result.Module.Body)).Body[0]).Value.Kind;

    private static bool IsOnlyInSubscript(Expression expression) =>
        expression is TupleExpression { Elements: var items }
        && (items is [StarredExpression] || items.Any(i => i is SliceExpression));

    // Parts of strings, slices and stars are no expressions of their own.
    private static IEnumerable<Expression> Readable(Node root)
    {
        var open = new Stack<Node>([root]);
        var children = new List<Node>();
        while (open.TryPop(out var node))
        {
            if (node is Expression expression and not (StarredExpression or SliceExpression)
                && !IsOnlyInSubscript(expression))
                yield return expression;
            if (node is JoinedStringExpression or TemplateStringExpression) continue;
            children.Clear();
            NodeChildren.Collect(node, children);
            children.ForEach(open.Push);
        }
    }
}
