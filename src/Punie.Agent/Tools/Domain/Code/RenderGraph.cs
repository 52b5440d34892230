using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>A component class or function and where it is defined.</summary>
internal sealed record RenderNode(SourceModule Module, Statement Definition)
{
    public string Name => Definition switch
    {
        ClassStatement type => type.Name.Text,
        FunctionStatement function => function.Name.Text,
        _ => "",
    };
}

/// <summary>Which component certainly renders which: uses under a condition or in a loop end on their own.</summary>
internal sealed class RenderGraph(Project project)
{
    private readonly Dictionary<RenderNode, IReadOnlyList<Edge<RenderNode>>> _edges = [];

    /// <summary>The classes and functions of a file that have templates with components.</summary>
    public static IReadOnlyList<RenderNode> ComponentsOf(SourceModule module) =>
    [
        .. module.Components.Select(use => OwnerOf(module, use.Template)).OfType<Statement>().Distinct()
            .Select(owner => new RenderNode(module, owner)),
    ];

    public IReadOnlyList<Edge<RenderNode>> EdgesOf(RenderNode node)
    {
        if (_edges.TryGetValue(node, out var known)) return known;
        var edges = new List<Edge<RenderNode>>();
        foreach (var use in node.Module.Components)
        {
            if (!ReferenceEquals(OwnerOf(node.Module, use.Template), node.Definition)
                || !IsCertain(node, use.Template)) continue;
            var target = project.Resolve(node.Module, use.Component, use.Component) switch
            {
                Target.Class type => new RenderNode(type.Facts.Module, type.Facts.Node),
                Target.Function function => new RenderNode(function.Module, function.Node),
                _ => null,
            };
            if (target is not null) edges.Add(new Edge<RenderNode>(target, node.Module.LineOf(use.Component)));
        }

        return _edges[node] = edges;
    }

    // The class, or else the outermost function, that a template belongs to.
    private static Statement? OwnerOf(SourceModule module, Node template) =>
        module.ClassAround(template) as Statement
            ?? module.Around(template).OfType<FunctionStatement>().LastOrDefault();

    private static bool IsCertain(RenderNode owner, Node template)
    {
        FunctionStatement? method = null;
        foreach (var around in owner.Module.Around(template))
        {
            if (ReferenceEquals(around, owner.Definition)) break;
            if (IsConditional(around) || method is not null) return false;
            method = around as FunctionStatement;
        }

        if (owner.Definition is ClassStatement && method is not { Name.Text: "__call__" }) return false;
        return !ReturnsBefore(owner.Module, method ?? (FunctionStatement)owner.Definition, template);
    }

    private static bool IsConditional(Node node) => node
        is IfStatement or IfBranch or ForStatement or WhileStatement or TryStatement or MatchStatement
        or ConditionalExpression or BoolOpExpression or LambdaExpression
        or ListComprehensionExpression or SetComprehensionExpression or DictComprehensionExpression
            or GeneratorExpression;

    private static bool ReturnsBefore(SourceModule module, FunctionStatement function, Node template) =>
        module.Nodes.Any(node => node is ReturnStatement or RaiseStatement && node.Span.End < template.Span.Start
            && ReferenceEquals(module.DefinitionAround(node), function));
}
