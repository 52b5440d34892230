using Punie.Agent.CodeMode;
using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>A component gets no prop that it does not have.</summary>
internal sealed class UnknownProp() : Rule("unknown-prop", Severity.Error)
{
    public override bool IsCrossFile => true;

    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project)
    {
        foreach (var use in module.Components)
        {
            if (ComponentProps.Of(project.Resolve(module, use.Component, use.Component), project) is not { } props)
                continue;
            foreach (var attribute in use.Attributes.Where(attribute => !props.Accepts(attribute)))
            {
                var has = props.Accepted.Count == 0
                    ? "It takes no props."
                    : $"Its props are {string.Join(", ", props.Accepted)}.";
                var advice = Nearest.To(attribute, props.Accepted) is { } nearest ? $"Did you mean '{nearest}'?" : has;
                yield return Issue(module.LineOf(use.Component), $"{use.Name} has no prop '{attribute}'.", advice);
            }
        }
    }
}
