using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>A component gets every prop that has no default.</summary>
internal sealed class ComponentMissingProp() : Rule("component-missing-prop", Severity.Error)
{
    public override bool IsCrossFile => true;

    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project)
    {
        foreach (var use in module.Components.Where(use => !use.HasSpread))
        {
            if (ComponentProps.Of(project.Resolve(module, use.Component, use.Component), project) is not { } props)
                continue;
            foreach (var prop in props.MissingFrom(use.Attributes))
            {
                yield return Issue(
                    module.LineOf(use.Component),
                    $"{use.Name} needs the prop '{prop}'.",
                    $"Write <{{{use.Name}}} {prop}={{...}}>, or give the field a default.");
            }
        }
    }
}
