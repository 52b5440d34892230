using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>Components use services, never the other way round.</summary>
internal sealed class ServiceCannotDependOnComponent() : Rule("service-cannot-depend-on-component", Severity.Error)
{
    public override bool IsCrossFile => true;

    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project)
    {
        var graph = new InjectionGraph(project);
        foreach (var service in module.Classes.Where(facts => facts.Role == ClassRole.Service))
        {
            foreach (var edge in graph.EdgesOf(service).Where(edge => IsComponent(edge.To, project)))
            {
                yield return Issue(
                    edge.Line,
                    $"Service {service.Name} depends on the component {edge.To.Name}.",
                    $"Move what {service.Name} needs from {edge.To.Name} into a service that both inject.");
            }
        }
    }

    private static bool IsComponent(ClassFacts facts, Project project) => facts.Role != ClassRole.Service
        && facts.Role != ClassRole.Middleware
        && (facts.Renders
            || Ancestry.Of(facts, project).Known.Any(parent => parent.Role == ClassRole.Component && parent.Renders));
}
