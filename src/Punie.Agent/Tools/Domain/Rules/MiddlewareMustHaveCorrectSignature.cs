using Punie.Agent.Tools.Domain.Code;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>Middleware is called with the component, its props and the context.</summary>
internal sealed class MiddlewareMustHaveCorrectSignature()
    : Rule("middleware-must-have-correct-signature", Severity.Error)
{
    private const string Name = "middleware";

    private static readonly string[] Wanted = ["target", "props", "context"];

    public override bool IsCrossFile => true;

    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project)
    {
        foreach (var facts in module.Classes.Where(facts => facts.Has(Name)))
        {
            if (facts.Call is { } call)
            {
                if (!Fits(call, IsStatic(call) ? 0 : 1))
                    yield return Wrong(module, call, $"{facts.Name}.__call__", "self, ");
            }
            else if (Ancestry.Of(facts, project) is { IsComplete: true } ancestry
                && ancestry.Known.All(parent => parent.Call is null))
            {
                yield return Issue(
                    facts.Line, $"Middleware {facts.Name} has no __call__.",
                    "Write def __call__(self, target, props, context).");
            }
        }

        foreach (var function in module.Nodes.OfType<FunctionStatement>())
        {
            var isMiddleware = Framework.Decorator(module, function.Decorators, Name) is not null;
            if (isMiddleware && !Fits(function, 0)) yield return Wrong(module, function, function.Name.Text, "");
        }
    }

    private ValidationIssue Wrong(SourceModule module, FunctionStatement function, string name, string self)
    {
        var parameters = module.File.Parse.Source.TextOf(function.Parameters.Span);
        return Issue(
            module.LineOf(function.Name.Span),
            $"{name} takes "
            + $"({string.Join(' ', parameters.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}); "
                + "middleware is called with target, props and context.",
            $"Write def {function.Name.Text}({self}target, props, context).");
    }

    private static bool IsStatic(FunctionStatement function) =>
        function.Decorators.Any(decorator => decorator is NameExpression { Name: "staticmethod" });

    // An unused parameter may begin with an underscore; *args takes what is not named.
    private static bool Fits(FunctionStatement function, int skipped)
    {
        var parameters = function.Parameters;
        var all = parameters.PositionalOnly.Concat(parameters.Positional).ToList();
        if (all.Count < skipped && parameters.VarArgs is null) return false;
        var given = all.Skip(skipped).ToList();
        var named = given.Take(Wanted.Length).Select(parameter => parameter.Name.Text.TrimStart('_'));
        if (!named.SequenceEqual(Wanted.Take(given.Count))) return false;
        if (given.Count < Wanted.Length && parameters.VarArgs is null) return false;
        return given.Skip(Wanted.Length).Concat(parameters.KeywordOnly).All(parameter => parameter.Default is not null);
    }
}
