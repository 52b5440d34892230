using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>Visits trees without recursion.</summary>
public static class SyntaxWalk
{
    /// <summary>The node and everything under it, parents first, in the order of CPython's fields.</summary>
    public static IEnumerable<Node> All(Node root)
    {
        var open = new Stack<Node>();
        var children = new List<Node>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            yield return node;
            children.Clear();
            NodeChildren.Collect(node, children);
            for (var i = children.Count - 1; i >= 0; i--) open.Push(children[i]);
        }
    }

    /// <summary><c>a.b.c</c> as its names, or null when it starts with anything but a name.</summary>
    public static string? DottedName(Expression expression)
    {
        var parts = new Stack<string>();
        while (expression is AttributeExpression attribute)
        {
            parts.Push(attribute.Name.Text);
            expression = attribute.Value;
        }

        if (expression is not NameExpression name) return null;
        parts.Push(name.Name);
        return string.Join('.', parts);
    }

    /// <summary>The name that a chain of attributes starts with.</summary>
    public static NameExpression? RootName(Expression expression)
    {
        while (expression is AttributeExpression attribute) expression = attribute.Value;
        return expression as NameExpression;
    }
}
