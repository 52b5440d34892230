using System.Globalization;
using Punie.Python.Scopes;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>Tells texts that a program puts together itself, whose values nobody escapes, from templates.</summary>
internal static class BuiltText
{
    private const int MostSteps = 12;

    private static readonly HashSet<string> Makers = ["format", "format_map", "join", "replace"];

    private static readonly HashSet<string> Wrappers = ["dedent", "cleandoc", "indent", "str", "Markup"];

    /// <summary>The calls of <c>html</c> that get such a text, and how it is made.</summary>
    public static IEnumerable<(HtmlCall Call, Expression Text, string How)> InHtml(SourceModule module)
    {
        foreach (var call in module.Html)
        {
            if (call.Template is { } text && How(module, text, MostSteps) is { } how) yield return (call, text, how);
        }
    }

    // Null: a template, a plain literal, or something that cannot be known.
    private static string? How(SourceModule module, Expression text, int steps) => steps == 0 ? null : text switch
    {
        JoinedStringExpression => "an f-string",
        BinaryExpression { Operator: BinaryOperator.Mod } e when IsText(module, e.Left, steps) =>
            "a string filled with %",
        BinaryExpression { Operator: BinaryOperator.Add } e => Joined(module, e.Left, e.Right, steps),
        CallExpression e => OfCall(module, e, steps),
        ConditionalExpression e => How(module, e.Body, steps - 1) ?? How(module, e.OrElse, steps - 1),
        BoolOpExpression e =>
            e.Values.Select(value => How(module, value, steps - 1)).FirstOrDefault(how => how is not null),
        NamedExpression e => How(module, e.Value, steps - 1),
        NameExpression e => Held(module, e, steps - 1),
        _ => null,
    };

    private static bool IsText(SourceModule module, Expression text, int steps) =>
        text is ConstantExpression { Value: Literal.Str }
        || (text is NameExpression name
            && module.Names.ValueOf(name, name) is ConstantExpression { Value: Literal.Str })
        || How(module, text, steps - 1) is not null;

    private static string? Joined(SourceModule module, Expression left, Expression right, int steps) =>
        IsText(module, left, steps) || IsText(module, right, steps) ? "strings joined with +" : null;

    private static string? OfCall(SourceModule module, CallExpression call, int steps)
    {
        if (call.Function is AttributeExpression method)
        {
            var maker = method.Name.Text;
            if (Makers.Contains(maker) && IsText(module, method.Value, steps)) return $"a string made with .{maker}()";
            if (How(module, method.Value, steps - 1) is { } how) return how;
        }

        var isWrapper = Framework.LastName(module, call.Function, call) is { } name && Wrappers.Contains(name);
        return isWrapper && call.Arguments is [var first, ..] ? How(module, first, steps - 1) : null;
    }

    // Goes back from the place of use to the assignment that certainly ran before it.
    private static string? Held(SourceModule module, NameExpression name, int steps)
    {
        if (module.Names.SymbolOf(name, name) is not { } symbol) return null;
        var body = module.DefinitionAround(name);
        foreach (var binding in symbol.Uses.Where(use => use.IsBinding).OrderByDescending(use => use.Span.Start))
        {
            var isSameBody = ReferenceEquals(module.DefinitionAround(binding.Node), body);
            if (isSameBody && binding.Span.Start >= name.Span.Start) continue;
            if (Assigned(module, binding, steps) is { } how)
            {
                var line = module.LineOf(binding.Span).ToString(CultureInfo.InvariantCulture);
                return $"'{name.Name}', which holds {how} (line {line})";
            }

            if (isSameBody && RunsBefore(module, binding, name)) return null;
        }

        return null;
    }

    private static string? Assigned(SourceModule module, NameUse binding, int steps) =>
        module.ParentOf(binding.Node) switch
        {
            AssignStatement assign when assign.Targets.Contains(binding.Node) => How(module, assign.Value, steps),
            AnnotatedAssignStatement { Value: { } value } => How(module, value, steps),
            NamedExpression named => How(module, named.Value, steps),
            AugmentedAssignStatement { Operator: BinaryOperator.Add } added when IsText(module, added.Value, steps) =>
                "strings joined with +",
            _ => null,
        };

    private static bool RunsBefore(SourceModule module, NameUse binding, Node use) =>
        module.ParentOf(binding.Node) is AssignStatement or AnnotatedAssignStatement
        && module.ParentOf(module.ParentOf(binding.Node)!) is { } block && module.Around(use).Contains(block);
}
