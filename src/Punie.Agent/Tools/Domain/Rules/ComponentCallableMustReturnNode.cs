using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>A component's <c>__call__</c> says that it returns a node.</summary>
internal sealed class ComponentCallableMustReturnNode() : Rule("component-callable-must-return-node", Severity.Warning)
{
    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project)
    {
        foreach (var facts in module.Classes.Where(facts => facts.Role == ClassRole.Component))
        {
            if (facts.Call is not { } call || NodeType.IsNode(module, call.Returns)) continue;
            var found = call.Returns is null
                ? "has no return annotation"
                : $"returns {module.File.Parse.Source.TextOf(call.Returns.Span)}";
            yield return Issue(
                module.LineOf(call.Name.Span), $"{facts.Name}.__call__ {found}; a component returns a Node.",
                "Annotate it with -> Node.");
        }
    }
}
