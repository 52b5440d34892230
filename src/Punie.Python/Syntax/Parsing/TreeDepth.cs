using Punie.Python.Syntax.Ast;

namespace Punie.Python.Syntax.Parsing;

/// <summary>Measures trees without recursion.</summary>
internal static class TreeDepth
{
    public static bool Exceeds(Node root, int limit)
    {
        var open = new Stack<(Node Node, int Depth)>();
        var children = new List<Node>();
        open.Push((root, 0));
        while (open.TryPop(out var item))
        {
            if (item.Depth > limit) return true;
            children.Clear();
            NodeChildren.Collect(item.Node, children);
            foreach (var child in children) open.Push((child, item.Depth + 1));
        }

        return false;
    }
}
