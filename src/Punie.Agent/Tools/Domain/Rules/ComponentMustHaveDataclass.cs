using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>A component class gets its props as fields.</summary>
internal sealed class ComponentMustHaveDataclass() : Rule("component-must-have-dataclass", Severity.Error)
{
    public override bool IsCrossFile => true;

    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project) => module.Classes
        .Where(facts => facts.Role == ClassRole.Component && !Ancestry.IsDataclass(facts, project))
        .Select(facts => Issue(
            facts.Line,
            $"Component {facts.Name} is not a data class.",
            $"Put @dataclass above class {facts.Name}."));
}
