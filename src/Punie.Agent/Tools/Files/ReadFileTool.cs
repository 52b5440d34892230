using Punie.Agent.Tools.Guides;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Files;

/// <summary>read_file: a file's text.</summary>
public sealed class ReadFileTool : Tool
{
    /// <inheritdoc/>
    public override string Name => "read_file";

    /// <inheritdoc/>
    public override string Summary => "Text of a file.";

    /// <inheritdoc/>
    public override ToolGuide Guide => FileGuides.ReadFile;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
        [new("path", Py.Str, "File to read, relative to the workspace.")];

    /// <inheritdoc/>
    public override ToolType Result => Py.Str;

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Workspace.ReadTextAsync(arguments.Str("path"), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (WorkspaceException e)
        {
            throw WorkspaceFailure.ToPython(e);
        }
    }
}
