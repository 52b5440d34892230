using System.Globalization;
using Punie.Agent.Permissions;
using Punie.Agent.Tools.Guides;
using Punie.Agent.Workspace;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tools.Files;

/// <summary>write_file: replaces a file's text, after permission.</summary>
public sealed class WriteFileTool : Tool
{
    private const string Success = "success";

    /// <inheritdoc/>
    public override string Name => "write_file";

    /// <inheritdoc/>
    public override string Summary => "Write the whole text of a file.";

    /// <inheritdoc/>
    public override ToolGuide Guide => FileGuides.WriteFile;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("path", Py.Str, "File to write, relative to the workspace; missing folders are made."),
        new("content", Py.Str, "The whole new text."),
    ];

    /// <inheritdoc/>
    public override ToolType Result => Py.Str;

    /// <inheritdoc/>
    public override ToolEffect Effect => ToolEffect.Write;

    /// <inheritdoc/>
    public override RequestedChange? Foresee(KnownArguments arguments, IWorkspace workspace) =>
        FileWrites.Foresee(arguments.Str("path"), workspace);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var content = arguments.Str("content");
        try
        {
            var path = context.Workspace.ResolveForWriting(arguments.Str("path"));
            var before = await CurrentAsync(context.Workspace, path, cancellationToken).ConfigureAwait(false);
            if (before == content) return Success;

            var request = Request(path, before, content);
            var decision = await context.Permissions.AskAsync(request, cancellationToken).ConfigureAwait(false);
            if (decision is PermissionDecision.Denied denied)
            {
                throw new HostException("PermissionError", $"'{path.Relative}' was not written: {denied.Reason}");
            }

            await context.Workspace.WriteTextAsync(path.Relative, content, cancellationToken).ConfigureAwait(false);
            return Success;
        }
        catch (WorkspaceException e)
        {
            throw WorkspaceFailure.ToPython(e);
        }
    }

    // Null when there is no text to compare with: a new file, or one that is not text.
    private static async Task<string?> CurrentAsync(
        IWorkspace workspace, WorkspacePath path, CancellationToken cancellationToken)
    {
        if (path.Kind is PathKind.Missing) return null;

        try
        {
            return await workspace.ReadTextAsync(path.Relative, cancellationToken).ConfigureAwait(false);
        }
        catch (WorkspaceException e) when (e.Problem is WorkspaceProblem.NotText or WorkspaceProblem.TooLarge)
        {
            return null;
        }
    }

    private PermissionRequest Request(WorkspacePath path, string? before, string content)
    {
        var diff = UnifiedDiff.Create(path.Relative, before, content);
        var verb = path.Kind is PathKind.Missing ? "Create" : before is null ? "Replace the binary file" : "Write";
        var summary = string.Create(
            CultureInfo.InvariantCulture, $"{verb} {path.Relative} (+{diff.Additions} -{diff.Deletions})");
        return new PermissionRequest(Name, Effect, summary, new RequestedChange.FileChange(path.Relative, diff.Text));
    }
}
