using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>The templates of a component are t-strings.</summary>
internal sealed class ComponentNoFstringInHtml() : Rule("component-no-fstring-in-html", Severity.Error)
{
    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project)
    {
        foreach (var (call, text, how) in BuiltText.InHtml(module))
        {
            if (module.ClassAround(call.Call) is not { } node) continue;
            var facts = module.FactsOf(node);
            if (facts.Role != ClassRole.Component) continue;
            yield return Issue(
                module.LineOf(text),
                $"Component {facts.Name} gives html() {how}: its values are not escaped.",
                "Write the template as a t-string: html(t\"...\").");
        }
    }
}
