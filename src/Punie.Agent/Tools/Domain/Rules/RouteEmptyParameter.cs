using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>A parameter has a name.</summary>
internal sealed class RouteEmptyParameter() : Rule("route-empty-parameter", Severity.Error)
{
    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project) => module.Routes
        .Where(route => !route.IsCut && RouteParameters.Of(route.Text).All.Any(one => one.Name.Length == 0))
        .Select(route => Issue(
            module.LineOf(route.Path), $"Route '{route.Text}' has a parameter without a name.",
            "Name it, as in {id}."));
}
