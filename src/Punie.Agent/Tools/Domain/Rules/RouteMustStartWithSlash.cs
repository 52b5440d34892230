using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>A route's pattern is a path from the root.</summary>
internal sealed class RouteMustStartWithSlash() : Rule("route-must-start-with-slash", Severity.Error)
{
    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project) => module.Routes
        .Where(route => !route.Text.StartsWith('/') && !(route.Text.Length == 0 && route.MayBeEmpty))
        .Select(route => Issue(
            module.LineOf(route.Path), $"Route '{route.Text}' does not start with a slash.",
            $"Write '/{route.Text}'."));
}
