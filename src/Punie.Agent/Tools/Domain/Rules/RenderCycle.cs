using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>A component does not end up in its own template.</summary>
internal sealed class RenderCycle() : Rule("render-cycle", Severity.Error)
{
    public override bool IsCrossFile => true;

    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project)
    {
        var graph = new RenderGraph(project);
        var starts = RenderGraph.ComponentsOf(module);
        foreach (var cycle in Cycles.Through(starts, graph.EdgesOf))
        {
            var path = string.Join(" → ", cycle.Nodes.Append(cycle.Nodes[0]).Select(node => node.Name));
            yield return Issue(
                cycle.FirstLine, $"Rendering never ends: {path}.",
                "Render one of them under a condition, or take it out of the template.");
        }
    }
}
