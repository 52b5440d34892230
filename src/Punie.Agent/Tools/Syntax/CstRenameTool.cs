using System.Diagnostics;
using System.Globalization;
using Punie.Agent.CodeMode;
using Punie.Agent.Permissions;
using Punie.Agent.Tools.Files;
using Punie.Agent.Tools.Guides;
using Punie.Agent.Workspace;
using Punie.Python.Rewriting;

namespace Punie.Agent.Tools.Syntax;

/// <summary>cst_rename: a name changed wherever it means the same thing, in one file or in all.</summary>
public sealed class CstRenameTool : Tool
{
    /// <inheritdoc/>
    public override string Name => "cst_rename";

    /// <inheritdoc/>
    public override string Summary =>
        "Rename by scope in a file, or everywhere with project=True; writes only with write=True.";

    /// <inheritdoc/>
    public override ToolGuide Guide => SyntaxGuides.Rename;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("file_path", Py.Str,
            "Python file; or a folder whose files define the name once, then as with project=True."),
        new("old_name", Py.Str, "Name to change; dotted to say the scope, as in Cart.add."),
        new("new_name", Py.Str, "Its new name, without dots."),
        new("project", Py.Bool, "True: in all files, also where an imported name is defined.", new ToolDefault(false)),
        new("write", Py.Bool, "True: write the files, after permission.", new ToolDefault(false)),
    ];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(CstRenameResult.Schema);

    /// <inheritdoc/>
    public override ToolEffect Effect => ToolEffect.Write;

    /// <inheritdoc/>
    public override string EffectSwitch => "write";

    /// <inheritdoc/>
    public override RequestedChange? Foresee(KnownArguments arguments, IWorkspace workspace) =>
        arguments.Bool("project") is false ? FileWrites.Foresee(arguments.Str("file_path"), workspace) : null;

    /// <inheritdoc/>
    public override OfferedEdit? Offer(ToolArguments arguments, object result)
    {
        if (result is not CstRenameResult { Unwritten: { } writes } renamed) return null;
        return new OfferedEdit(this, arguments, writes)
        {
            Subject = $"{arguments.Str("file_path")}: {arguments.Str("old_name")}",
            Places = renamed.RenameCount,
            Text = renamed.ModifiedSource,
            Remark = Remark(arguments.Str("old_name"), renamed.Elsewhere),
        };
    }

    private static string Remark(string name, IReadOnlyList<string> elsewhere) => elsewhere.Count == 0
        ? ""
        : $"{string.Join(", ", elsewhere)} {(elsewhere.Count == 1 ? "uses" : "use")} '{name}' too and "
            + $"{(elsewhere.Count == 1 ? "keeps" : "keep")} it; ask to rename it everywhere to change all of them.";

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var workspace = context.Workspace;
        var path = arguments.Str("file_path");
        if (FolderOf(path, workspace) is { } folder)
        {
            return await FinishAsync(
                await ProjectRename.OfFolderAsync(folder, arguments, workspace, cancellationToken)
                    .ConfigureAwait(false), arguments, context, cancellationToken).ConfigureAwait(false);
        }

        var source = await PythonSource.ReadAsync(path, workspace, cancellationToken).ConfigureAwait(false);
        if (source is PythonSource.Unusable unusable) return CstRenameResult.Failed(unusable.Reason, unusable.Text);

        var file = ((PythonSource.Parsed)source).File;
        var rename = arguments.Bool("project")
            ? await ProjectRename.OfFileAsync(file, arguments, workspace, cancellationToken).ConfigureAwait(false)
            : new ProjectRename(
                file, Renamer.Rename(file, arguments.Str("old_name"), arguments.Str("new_name")));
        var result = await FinishAsync(rename, arguments, context, cancellationToken).ConfigureAwait(false);
        return result.Unwritten is null || arguments.Bool("project")
            ? result
            : result with
            {
                Elsewhere = await ProjectRename.OtherFilesAsync(file, arguments, workspace, cancellationToken)
                    .ConfigureAwait(false),
            };
    }

    private static WorkspacePath? FolderOf(string path, IWorkspace workspace)
    {
        try
        {
            return workspace.ResolveExisting(path) is { Kind: PathKind.Folder } folder ? folder : null;
        }
        catch (WorkspaceException)
        {
            // Reading the file will say so.
            return null;
        }
    }

    private async ValueTask<CstRenameResult> FinishAsync(
        ProjectRename rename, ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var before = rename.File?.Parse.Source.Text ?? "";
        return rename.Outcome switch
        {
            RenameOutcome.Renamed renamed =>
                await FinishAsync(rename.File!, renamed, arguments, context, cancellationToken).ConfigureAwait(false),
            RenameOutcome.Refused refused => CstRenameResult.Failed(refused.Reason, before),
            _ => throw new UnreachableException(),
        };
    }

    private async ValueTask<CstRenameResult> FinishAsync(
        PythonFile file, RenameOutcome.Renamed renamed, ToolArguments arguments, ToolContext context,
        CancellationToken cancellationToken)
    {
        var changes = renamed.Files
            .Select(edits => new FileWrite(edits.File.Path, edits.File.Parse.Source.Text, edits.ToText()))
            .OrderBy(change => change.Path, StringComparer.Ordinal)
            .ToList();
        var writes = new FileWrites(changes);
        var isWritten = arguments.Bool("write") && changes.Count > 0;
        if (isWritten) await writes.WriteAsync(this, context, cancellationToken).ConfigureAwait(false);
        var text = changes.Find(change => change.Path == file.Path)?.After ?? file.Parse.Source.Text;
        return new CstRenameResult(Success: true, ParseError: null, renamed.Count, text)
        {
            Files = writes.Paths,
            Diff = BoundedText.HeadAndTail(writes.Diff, context.Limits.PatchChars),
            Written = isWritten,
            Unwritten = isWritten || changes.Count == 0 ? null : writes,
            Unclear =
                [.. renamed.Unclear.Select(use =>
                    string.Create(CultureInfo.InvariantCulture, $"{use.File.Path}:{use.Line}"))],
        };
    }
}
