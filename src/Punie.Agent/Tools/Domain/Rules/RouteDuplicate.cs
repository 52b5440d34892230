using System.Globalization;
using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>Of two routes for the same addresses only the first one answers.</summary>
internal sealed class RouteDuplicate() : Rule("route-duplicate", Severity.Warning)
{
    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project)
    {
        var seen = new Dictionary<(object Table, string Method, string Shape), Route>();
        foreach (var route in module.Routes.Where(route => !route.IsCut))
        {
            var parameters = RouteParameters.Of(route.Text);
            if (!parameters.IsBalanced || route.Methods is null) continue;
            foreach (var method in route.Methods)
            {
                if (seen.TryAdd((route.Table, method, parameters.Shape), route)) continue;
                var first = seen[(route.Table, method, parameters.Shape)];
                var line = module.LineOf(first.Path).ToString(CultureInfo.InvariantCulture);
                yield return Issue(
                    module.LineOf(route.Path),
                    $"Route '{route.Text}' ({method}) answers the same addresses as '{first.Text}' in line {line}.",
                    "Remove one of the two, or give them different paths or methods.");
            }
        }
    }
}
