using Punie.Agent.Tools.Domain.Code;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>Middleware and what it hooks into find each other by category.</summary>
internal sealed class MiddlewareMustHaveCategories() : Rule("middleware-must-have-categories", Severity.Warning)
{
    private const string Parameter = "categories";

    private static readonly string[] Decorators = ["middleware", "hookable"];

    private static readonly HashSet<string> Collections = ["list", "tuple", "set", "frozenset"];

    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project)
    {
        foreach (var (name, line, decorators) in DecoratedOf(module))
        {
            foreach (var decorator in Decorators)
            {
                if (Framework.Decorator(module, decorators, decorator) is not { } found) continue;
                if (ProblemOf(module, found) is { } problem)
                {
                    yield return Issue(
                        line,
                        $"@{decorator} of {name} {problem}.",
                        $"Write @{decorator}(categories=[\"logging\"]) with the categories that it belongs to.");
                }
            }
        }
    }

    private static IEnumerable<(string Name, int Line, IReadOnlyList<Expression> Decorators)> DecoratedOf(
        SourceModule module)
    {
        foreach (var node in module.Nodes)
        {
            if (node is ClassStatement type)
                yield return (type.Name.Text, module.LineOf(type.Name.Span), type.Decorators);
            else if (node is FunctionStatement function)
                yield return (function.Name.Text, module.LineOf(function.Name.Span), function.Decorators);
        }
    }

    private static string? ProblemOf(SourceModule module, Expression decorator)
    {
        if (decorator is not CallExpression call) return "has no categories";
        if (call.Keywords.Any(keyword => keyword.Name is null) || call.Arguments.Any(one => one is StarredExpression))
            return null;
        var value = call.Keywords.FirstOrDefault(keyword => keyword.Name is { Text: Parameter })?.Value
            ?? (call.Arguments is [var first, ..] ? first : null);
        return value is null ? "has no categories" : ProblemOfValue(module, value);
    }

    // What cannot be seen, such as an imported constant, is taken on trust.
    private static string? ProblemOfValue(SourceModule module, Expression value) => value switch
    {
        NameExpression name when module.Names.ValueOf(name, name) is { } constant => ProblemOfValue(module, constant),
        ListExpression list => ProblemOfItems(list.Elements),
        TupleExpression tuple => ProblemOfItems(tuple.Elements),
        SetExpression set => ProblemOfItems(set.Elements),
        DictExpression => "has a dict for categories",
        ConstantExpression { Value: Literal.Str } => "has one text for categories, not a collection of them",
        ConstantExpression { Value: not Literal.Ellipsis } => "has no categories",
        CallExpression { Keywords: [] } call when Collections.Contains(Framework.LastName(module, call.Function, call)
            ?? "") =>
                call.Arguments is [var inner] ? ProblemOfValue(module, inner) : "has an empty collection of categories",
        _ => null,
    };

    private static string? ProblemOfItems(IReadOnlyList<Expression> items)
    {
        if (items.Count == 0) return "has an empty collection of categories";
        return items.Any(item => item is ConstantExpression { Value: not Literal.Str })
            ? "has categories that are not texts"
            : null;
    }
}
