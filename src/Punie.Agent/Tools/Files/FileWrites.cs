using System.Globalization;
using Punie.Agent.Permissions;
using Punie.Agent.Workspace;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tools.Files;

/// <summary>New text for a file that exists.</summary>
/// <param name="Path">Relative to the workspace, with <c>/</c>.</param>
/// <param name="Before">The text that it was made from.</param>
/// <param name="After">The new text.</param>
internal sealed record FileWrite(string Path, string Before, string After)
{
    /// <summary>The change as a unified diff.</summary>
    public UnifiedDiff Diff { get; } = UnifiedDiff.Create(Path, Before, After);
}

/// <summary>
/// Changes of several files that belong together: all of them are written, after permission, or none.
/// </summary>
/// <param name="files">Each file once.</param>
internal sealed class FileWrites(IReadOnlyList<FileWrite> files)
{
    /// <summary>The unified diffs, one behind the other.</summary>
    public string Diff { get; } = string.Concat(files.Select(file => file.Diff.Text));

    /// <summary>Paths of the files that change.</summary>
    public IReadOnlyList<string> Paths { get; } = [.. files.Select(file => file.Path)];

    /// <summary>The changes, file by file.</summary>
    public IReadOnlyList<RequestedChange.FileChange> Changes =>
        [.. files.Select(file => new RequestedChange.FileChange(file.Path, file.Diff.Text))];

    /// <summary>
    /// The write of a file that stands in a program; null when the path does not, or is no place to write to.
    /// </summary>
    public static RequestedChange? Foresee(string? path, IWorkspace workspace)
    {
        try
        {
            return path is null
                ? null
                : new RequestedChange.FileChange(workspace.ResolveForWriting(path).Relative, Diff: "");
        }
        catch (WorkspaceException)
        {
            // The call itself will say so.
            return null;
        }
    }

    /// <summary>Changes of files as what is asked about.</summary>
    /// <param name="changes">One or more.</param>
    public static RequestedChange ToChange(IReadOnlyList<RequestedChange.FileChange> changes) =>
        changes is [var one] ? one : new RequestedChange.FileChanges(changes);

    /// <summary>Asks for permission and writes.</summary>
    /// <param name="tool">Who asks.</param>
    /// <param name="context">The gate and the files.</param>
    /// <param name="cancellationToken">Ends the waiting; once the writing has begun it goes to its end.</param>
    /// <exception cref="HostException">A refusal, a file that changed meanwhile, or the system said no; then nothing is
    /// written.</exception>
    public async ValueTask WriteAsync(Tool tool, ToolContext context, CancellationToken cancellationToken)
    {
        if (files.Count == 0) return;
        try
        {
            foreach (var file in files) context.Workspace.ResolveForWriting(file.Path);
            await AskAsync(tool, context.Permissions, cancellationToken).ConfigureAwait(false);
            // A person may have taken a while to answer.
            await CheckAsync(context.Workspace, cancellationToken).ConfigureAwait(false);
            await WriteAllAsync(context.Workspace).ConfigureAwait(false);
        }
        catch (WorkspaceException e)
        {
            throw WorkspaceFailure.ToPython(e);
        }
    }

    /// <summary>Sees to it that every file still has the text that its change was made from.</summary>
    /// <exception cref="HostException">One has changed, or cannot be read any more.</exception>
    public async ValueTask CheckAsync(IWorkspace workspace, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (await CurrentAsync(file.Path, workspace, cancellationToken).ConfigureAwait(false) == file.Before)
                continue;
            throw new HostException("RuntimeError",
                $"'{file.Path}' has changed since it was read, so nothing was written; call the tool again");
        }
    }

    private static async ValueTask<string> CurrentAsync(
        string path, IWorkspace workspace, CancellationToken cancellationToken)
    {
        try
        {
            return await workspace.ReadTextAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (WorkspaceException e)
        {
            throw WorkspaceFailure.ToPython(e);
        }
    }

    private async ValueTask AskAsync(Tool tool, IPermissionGate gate, CancellationToken cancellationToken)
    {
        var (added, deleted) = (files.Sum(file => file.Diff.Additions), files.Sum(file => file.Diff.Deletions));
        var what = files.Count == 1
            ? files[0].Path
            : string.Create(CultureInfo.InvariantCulture, $"{files.Count} files");
        var summary = string.Create(CultureInfo.InvariantCulture, $"Write {what} (+{added} -{deleted})");
        var request = new PermissionRequest(tool.Name, tool.Effect, summary, ToChange(Changes));
        var decision = await gate.AskAsync(request, cancellationToken).ConfigureAwait(false);
        if (decision is not PermissionDecision.Denied denied) return;

        throw new HostException("PermissionError", $"{string.Join(", ", Paths)}: nothing was written: {denied.Reason}");
    }

    private async ValueTask WriteAllAsync(IWorkspace workspace)
    {
        for (var i = 0; i < files.Count; i++)
        {
            try
            {
                await workspace.WriteTextAsync(files[i].Path, files[i].After, CancellationToken.None)
                    .ConfigureAwait(false);
            }
            catch (WorkspaceException)
            {
                foreach (var written in files.Take(i))
                    await workspace.WriteTextAsync(written.Path, written.Before, CancellationToken.None)
                        .ConfigureAwait(false);
                throw;
            }
        }
    }
}
