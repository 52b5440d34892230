using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>Every brace of a pattern has its partner.</summary>
internal sealed class RouteUnbalancedBraces() : Rule("route-unbalanced-braces", Severity.Error)
{
    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project) => module.Routes
        .Where(route => !route.IsCut && !RouteParameters.Of(route.Text).IsBalanced)
        .Select(route => Issue(
            module.LineOf(route.Path),
            $"Route '{route.Text}' has braces that do not match.",
            "Write each parameter as {name} or {name:converter}."));
}
