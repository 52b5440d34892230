using System.Diagnostics;
using Punie.Agent.CodeMode;
using Punie.Agent.Permissions;
using Punie.Agent.Tools.Files;
using Punie.Agent.Tools.Guides;
using Punie.Agent.Workspace;
using Punie.Python.Rewriting;

namespace Punie.Agent.Tools.Syntax;

/// <summary>cst_add_import: a file's text with an import in its place.</summary>
public sealed class CstAddImportTool : Tool
{
    /// <inheritdoc/>
    public override string Name => "cst_add_import";

    /// <inheritdoc/>
    public override string Summary => "Add an import where it belongs in a file; writes only with write=True.";

    /// <inheritdoc/>
    public override ToolGuide Guide => SyntaxGuides.AddImport;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("file_path", Py.Str, "Python file, relative to the workspace."),
        new("import_stmt", Py.Str, "One statement, as in from pathlib import Path."),
        new("write", Py.Bool, "True: write the file, after permission.", new ToolDefault(false)),
    ];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(CstAddImportResult.Schema);

    /// <inheritdoc/>
    public override ToolEffect Effect => ToolEffect.Write;

    /// <inheritdoc/>
    public override string EffectSwitch => "write";

    /// <inheritdoc/>
    public override RequestedChange? Foresee(KnownArguments arguments, IWorkspace workspace) =>
        FileWrites.Foresee(arguments.Str("file_path"), workspace);

    /// <inheritdoc/>
    public override OfferedEdit? Offer(ToolArguments arguments, object result)
    {
        if (result is not CstAddImportResult { Unwritten: { } writes } added) return null;
        return new OfferedEdit(this, arguments, writes)
        {
            Subject = $"{arguments.Str("file_path")}: {arguments.Str("import_stmt")}",
            Places = 1,
            Text = added.ModifiedSource,
        };
    }

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var source = await PythonSource.ReadAsync(arguments.Str("file_path"), context.Workspace, cancellationToken)
            .ConfigureAwait(false);
        if (source is PythonSource.Unusable unusable) return CstAddImportResult.Failed(unusable.Reason, unusable.Text);

        var file = ((PythonSource.Parsed)source).File;
        var text = file.Parse.Source.Text;
        return ImportAdder.Add(file.Parse, arguments.Str("import_stmt")) switch
        {
            AddImportOutcome.Added added => await FinishAsync(
                new FileWrite(file.Path, text, added.Text), arguments.Bool("write"), context, cancellationToken)
                    .ConfigureAwait(false),
            AddImportOutcome.AlreadyThere =>
                new CstAddImportResult(Success: true, ParseError: null, ImportAdded: false, text),
            AddImportOutcome.Refused refused => CstAddImportResult.Failed(refused.Reason, text),
            _ => throw new UnreachableException(),
        };
    }

    private async ValueTask<CstAddImportResult> FinishAsync(
        FileWrite change, bool write, ToolContext context, CancellationToken cancellationToken)
    {
        var writes = new FileWrites([change]);
        if (write) await writes.WriteAsync(this, context, cancellationToken).ConfigureAwait(false);
        return new CstAddImportResult(Success: true, ParseError: null, ImportAdded: true, change.After)
        {
            Diff = BoundedText.HeadAndTail(change.Diff.Text, context.Limits.PatchChars),
            Written = write,
            Unwritten = write ? null : writes,
        };
    }
}
