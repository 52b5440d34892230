using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>One call of tdom's <c>html</c>.</summary>
/// <param name="Call">The call.</param>
/// <param name="Template">What it renders; null when nothing or an unpacked list is passed.</param>
internal sealed record HtmlCall(CallExpression Call, Expression? Template)
{
    /// <summary>The calls of a file in source order, whatever <c>html</c> is called there.</summary>
    public static IReadOnlyList<HtmlCall> In(SourceModule module) =>
    [
        .. module.Nodes.OfType<CallExpression>()
            .Where(call => Framework.IsNamed(module, call.Function, "html"))
            .OrderBy(call => call.Span.Start)
            .Select(call => new HtmlCall(call, TemplateOf(call))),
    ];

    /// <summary>True when a context is passed, or may be among unpacked arguments.</summary>
    public bool HasContext =>
        Call.Arguments.Count > 1
            || Call.Keywords.Any(keyword => keyword.Name is not { } name || name.Text == "context");

    private static Expression? TemplateOf(CallExpression call) => call.Arguments switch
    {
        [StarredExpression, ..] => null,
        [var first, ..] => first,
        _ => call.Keywords.FirstOrDefault(keyword => keyword.Name is { Text: "template" })?.Value,
    };
}
