using Punie.Agent.Tools.Domain.Code;
using Punie.Agent.Tools.Domain.Markup;
using Punie.Python.Scopes;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>The container reaches injected fields through the context that <c>html</c> is given.</summary>
/// <remarks>
/// A template needs it when it renders a component that injects, and when it is what an injecting component returns;
/// fragments for other templates, made in a loop or put into a variable for one, do not.
/// </remarks>
internal sealed class DiTemplateNeedsContext() : Rule("di-template-needs-context", Severity.Warning)
{
    public override bool IsCrossFile => true;

    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project)
    {
        foreach (var call in module.Html.Where(call => !call.HasContext))
        {
            var used = UsedIn(module, call).FirstOrDefault(use => Injects(module, use, project));
            var reason = used is not null ? $"renders {used.Name}, which injects" : OwnReason(module, call);
            if (reason is null) continue;
            yield return Issue(
                module.LineOf(call.Call), $"html() without context= {reason}.",
                "Pass the container: html(t\"...\", context=context).");
        }
    }

    private static string? OwnReason(SourceModule module, HtmlCall call)
    {
        if (module.ClassAround(call.Call) is not { } node || IsFragment(module, call.Call)) return null;
        var facts = module.FactsOf(node);
        return facts.Injected.Count > 0 && facts.Role == ClassRole.Component
            ? $"in {facts.Name}, which injects {facts.Injected[0].Name}"
            : null;
    }

    private static IEnumerable<ComponentUse> UsedIn(SourceModule module, HtmlCall call)
    {
        var template = call.Template is NameExpression name ? module.Names.ValueOf(name, name) : call.Template;
        return module.Components.Where(use => ReferenceEquals(use.Template, template));
    }

    private static bool Injects(SourceModule module, ComponentUse use, Project project) =>
        project.Resolve(module, use.Component, use.Component) switch
        {
            Target.Class type => type.Facts.Injected.Count > 0
                || Ancestry.Of(type.Facts, project).Known.Any(parent => parent.Injected.Count > 0),
            Target.Function function => function.Node.Parameters.Positional.Concat(function.Node.Parameters.KeywordOnly)
                .Any(one =>
                    one.Annotation is { } annotation && Annotations.Injections(function.Module, annotation).Count > 0),
            _ => false,
        };

    private static bool IsFragment(SourceModule module, CallExpression call)
    {
        foreach (var around in module.Around(call))
        {
            if (around is FunctionStatement) return false;
            if (around is InterpolationExpression or ForStatement or WhileStatement or LambdaExpression
                or ListComprehensionExpression
                or SetComprehensionExpression or DictComprehensionExpression or GeneratorExpression)
                return true;
            if (around is AssignStatement { Targets: [NameExpression target] }
                && module.Names.SymbolOf(target, target) is { } symbol)
                return IsPutIntoTemplates(module, symbol);
        }

        return false;
    }

    private static bool IsPutIntoTemplates(SourceModule module, Symbol symbol)
    {
        var reads = module.File.Scopes.UsesOf(symbol).Where(use => use.Kind == NameUseKind.Load).ToList();
        return reads.Count > 0
            && reads.TrueForAll(use => module.Around(use.Node).Any(node => node is InterpolationExpression));
    }
}
