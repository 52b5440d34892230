using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>The container fills the fields of a service.</summary>
internal sealed class ServiceMustHaveDataclass() : Rule("service-must-have-dataclass", Severity.Error)
{
    public override bool IsCrossFile => true;

    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project) => module.Classes
        .Where(facts =>
            (facts.Role == ClassRole.Service || facts.IsInjectable) && !Ancestry.IsDataclass(facts, project))
        .Select(facts => Issue(
            facts.Line,
            $"Service {facts.Name} is not a data class: the container cannot fill its fields.",
            $"Put @dataclass above class {facts.Name}, below @injectable."));
}
