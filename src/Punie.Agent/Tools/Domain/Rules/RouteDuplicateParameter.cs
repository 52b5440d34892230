using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>The parameters of a pattern have different names.</summary>
internal sealed class RouteDuplicateParameter() : Rule("route-duplicate-parameter", Severity.Error)
{
    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project) =>
        from route in module.Routes
        where !route.IsCut
        from name in RouteParameters.Of(route.Text).All.Where(one => one.Name.Length > 0)
            .GroupBy(one => one.Name, StringComparer.Ordinal)
        where name.Count() > 1
        select Issue(
            module.LineOf(route.Path),
            $"Route '{route.Text}' has the parameter '{name.Key}' twice.",
            "Give each parameter a name of its own.");
}
