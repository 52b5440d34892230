using Punie.Agent.Tools.Domain.Code;
using Punie.Python.Rewriting;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Markup;

/// <summary>A component's start tag in a template: <c>&lt;{PriceTag} amount={total} /&gt;</c>.</summary>
/// <param name="Template">The t-string.</param>
/// <param name="Component">The expression in the tag.</param>
/// <param name="Attributes">Names of the attributes.</param>
/// <param name="HasSpread">True when more come from a value such as <c>{props}</c>.</param>
internal sealed record ComponentUse(
    TemplateStringExpression Template, Expression Component, IReadOnlyList<string> Attributes, bool HasSpread)
{
    /// <summary>The component as written.</summary>
    public string Name => SyntaxWalk.DottedName(Component) ?? "component";

    /// <summary>The uses in all templates of a file, in source order.</summary>
    public static IReadOnlyList<ComponentUse> In(SourceModule module) =>
    [
        .. module.Nodes.OfType<TemplateStringExpression>().OrderBy(template => template.Span.Start)
            .SelectMany(template => new TemplateReader(template).Read()),
    ];
}
