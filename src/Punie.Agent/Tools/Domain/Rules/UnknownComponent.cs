using Punie.Agent.CodeMode;
using Punie.Agent.Tools.Domain.Code;
using Punie.Agent.Tools.Domain.Markup;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>A component in a template has to exist.</summary>
internal sealed class UnknownComponent() : Rule("unknown-component", Severity.Error)
{
    public override bool IsCrossFile => true;

    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project)
    {
        foreach (var use in module.Components)
        {
            var line = module.LineOf(use.Component);
            switch (project.Resolve(module, use.Component, use.Component))
            {
                case Target.Nothing nothing when !BuiltinNames.Contains(nothing.Name):
                    yield return Issue(line, $"{use.Name} is used in a template but neither imported nor defined.",
                        Advice(module, use));
                    break;
                case Target.Missing missing:
                    yield return Issue(
                        line, $"{use.Name} is imported, but {missing.Module.File.Path} does not define it.",
                        Nearby(missing));
                    break;
            }
        }
    }

    private static string Advice(SourceModule module, ComponentUse use) =>
        Nearest.To(use.Name, NamesOf(module)) is { } nearest
            ? $"Did you mean {nearest}?"
            : $"Import {use.Name}, or define it.";

    private static string Nearby(Target.Missing missing) =>
        Nearest.To(missing.Name, NamesOf(missing.Module)) is { } nearest
        ? $"Did you mean {nearest}?"
        : $"Define {missing.Name} there, or import it from where it is.";

    private static IEnumerable<string> NamesOf(SourceModule module) => module.File.Scopes.Module.Symbols
        .Where(symbol => symbol.Uses.Any(use => use.IsBinding)).Select(symbol => symbol.Name);
}
