using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>The container only makes what is registered.</summary>
internal sealed class ServiceMustHaveInjectable() : Rule("service-must-have-injectable", Severity.Error)
{
    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project) => module.Classes
        .Where(facts => facts.Role == ClassRole.Service && !facts.IsInjectable)
        .Select(facts => Issue(
            facts.Line,
            $"Service {facts.Name} has the Inject field '{facts.Injected[0].Name}' but is not @injectable.",
            $"Put @injectable above class {facts.Name}."));
}
