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
        new("file_path", Py.Str, "Python file, relative to the workspace."),
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
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var source = await PythonSource.ReadAsync(arguments.Str("file_path"), context.Workspace, cancellationToken)
            .ConfigureAwait(false);
        if (source is PythonSource.Unusable unusable) return CstRenameResult.Failed(unusable.Reason, unusable.Text);

        var file = ((PythonSource.Parsed)source).File;
        var outcome = arguments.Bool("project")
            ? await RenameEverywhereAsync(file, arguments, context, cancellationToken).ConfigureAwait(false)
            : Renamer.Rename(file, arguments.Str("old_name"), arguments.Str("new_name"));
        return outcome switch
        {
            RenameOutcome.Renamed renamed =>
                await FinishAsync(file, renamed, arguments, context, cancellationToken).ConfigureAwait(false),
            RenameOutcome.Refused refused => CstRenameResult.Failed(refused.Reason, file.Parse.Source.Text),
            _ => throw new UnreachableException(),
        };
    }

    private static async ValueTask<RenameOutcome> RenameEverywhereAsync(
        PythonFile file, ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var oldName = arguments.Str("old_name");
        var folder = await PythonFolder.ReadAsync(".", context.Workspace, _ => true, cancellationToken)
            .ConfigureAwait(false);
        // A file that cannot be read may use the name; renaming around it would break it.
        if (folder.Problem is { } problem)
            return new RenameOutcome.Refused($"A rename in all files needs to read all of them. {problem}");

        var files = folder.Files.Where(other => other.Path != file.Path).Append(file).ToList();
        return Renamer.RenameAll(files, file, oldName, arguments.Str("new_name"));
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
            Unclear =
                [.. renamed.Unclear.Select(use =>
                    string.Create(CultureInfo.InvariantCulture, $"{use.File.Path}:{use.Line}"))],
        };
    }
}
