using Punie.Python.Sandbox;

namespace Punie.Agent.Tools;

/// <summary>describe_tool: all that is known about one tool, for models whose prompt has only the short form.</summary>
/// <param name="catalog">The tools that it knows.</param>
public sealed class DescribeToolTool(ToolCatalog catalog) : Tool
{
    private const string ToolName = "describe_tool";

    /// <inheritdoc/>
    public override string Name => ToolName;

    /// <inheritdoc/>
    public override string Summary => "One tool in full: every field, an example, pitfalls.";

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
        [new("name", Py.Str, "Name of the tool, such as git_log.")];

    /// <inheritdoc/>
    public override ToolType Result => Py.Str;

    /// <inheritdoc/>
    public override ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var name = arguments.Str("name").Trim();
        return catalog.Find(name) is { } tool
            ? ValueTask.FromResult<object>(ToolStub.Described(tool))
            : throw new HostException("LookupError", catalog.WhyMissing(name));
    }
}
