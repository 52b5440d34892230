using Punie.Agent.Tools.Domain.Code;
using Punie.Python.Scopes;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>A component is rendered by calling its instance.</summary>
internal sealed class ComponentMustHaveCallable() : Rule("component-must-have-callable", Severity.Error)
{
    private const string Call = "__call__";

    public override bool IsCrossFile => true;

    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project) => module.Classes
        .Where(facts => facts.Role == ClassRole.Component && !IsCallable(facts, project))
        .Select(facts => Issue(
            facts.Line,
            $"Component {facts.Name} calls html() but has no __call__.",
            "Give it def __call__(self) -> Node that returns html(...)."));

    private static bool IsCallable(ClassFacts facts, Project project)
    {
        if (Defines(facts)) return true;
        var ancestry = Ancestry.Of(facts, project);
        return !ancestry.IsComplete || ancestry.Known.Any(Defines);
    }

    // Also __call__ = render.
    private static bool Defines(ClassFacts facts) =>
        facts.Call is not null
        || (facts.Module.File.Scopes.TryGetScope(facts.Node, out Scope? scope)
            && scope.Find(Call) is { } symbol && symbol.Uses.Any(use => use.IsBinding));
}
