using Punie.Agent.CodeMode;
using Punie.Agent.Tools.Domain.Code;
using Punie.Python.Rewriting;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>The container looks a type up by its object, so its name has to mean something in the file.</summary>
internal sealed class InjectTypeMustBeImported() : Rule("inject-type-must-be-imported", Severity.Warning)
{
    public override bool IsCrossFile => true;

    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project)
    {
        foreach (var injection in AnnotationsOf(module)
            .SelectMany(annotation => Annotations.Injections(module, annotation)))
        {
            foreach (var name in Annotations.NamesIn(injection.Type))
            {
                if (project.Resolve(module, name, injection.At) is not Target.Nothing nothing) continue;
                if (BuiltinNames.Contains(nothing.Name)) continue;
                var root = SyntaxWalk.RootName(name)!.Name;
                yield return Issue(
                    module.LineOf(injection.At),
                    $"Inject[{nothing.Name}]: '{root}' is neither imported nor defined in this file.",
                    Advice(module, root));
            }
        }
    }

    private static IEnumerable<Expression> AnnotationsOf(SourceModule module) => module.Nodes.Select(node => node switch
    {
        AnnotatedAssignStatement statement => statement.Annotation,
        Parameter parameter => parameter.Annotation,
        FunctionStatement function => function.Returns,
        _ => null,
    }).OfType<Expression>();

    private static string Advice(SourceModule module, string name)
    {
        var names = module.File.Scopes.Module.Symbols.Where(symbol => symbol.Uses.Any(use => use.IsBinding))
            .Select(symbol => symbol.Name)
            .Where(candidate => char.IsUpper(candidate[0]) == char.IsUpper(name[0]));
        return Nearest.To(name, names) is { } nearest
            ? $"Import {name} from the module that defines it, or did you mean {nearest}?"
            : $"Import {name} from the module that defines it.";
    }
}
