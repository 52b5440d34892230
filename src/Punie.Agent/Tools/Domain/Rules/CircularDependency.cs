using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>No class needs itself to be made.</summary>
internal sealed class CircularDependency() : Rule("circular-dependency", Severity.Error)
{
    public override bool IsCrossFile => true;

    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project)
    {
        var graph = new InjectionGraph(project);
        foreach (var cycle in Cycles.Through(module.Classes, graph.EdgesOf))
        {
            var path = string.Join(" → ", cycle.Nodes.Append(cycle.Nodes[0]).Select(facts => facts.Name));
            yield return Issue(
                cycle.FirstLine, $"Circular dependency: {path}.",
                "Move what they share into a third service that both inject.");
        }
    }
}
