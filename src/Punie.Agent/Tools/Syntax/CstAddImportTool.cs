using System.Diagnostics;
using Punie.Agent.Tools.Guides;
using Punie.Python.Rewriting;

namespace Punie.Agent.Tools.Syntax;

/// <summary>cst_add_import: a file's text with an import in its place.</summary>
public sealed class CstAddImportTool : Tool
{
    /// <inheritdoc/>
    public override string Name => "cst_add_import";

    /// <inheritdoc/>
    public override string Summary => "The file's text with an import added where it belongs; writes nothing.";

    /// <inheritdoc/>
    public override ToolGuide Guide => SyntaxGuides.AddImport;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("file_path", Py.Str, "Python file, relative to the workspace."),
        new("import_stmt", Py.Str, "One statement, as in from pathlib import Path."),
    ];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(CstAddImportResult.Schema);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var source = await PythonSource.ReadAsync(arguments.Str("file_path"), context.Workspace, cancellationToken)
            .ConfigureAwait(false);
        return source switch
        {
            PythonSource.Parsed parsed => Add(parsed.File, arguments.Str("import_stmt")),
            PythonSource.Unusable unusable => new CstAddImportResult(Success: false, unusable.Reason, ImportAdded: false, unusable.Text),
            _ => throw new UnreachableException(),
        };
    }

    private static CstAddImportResult Add(PythonFile file, string statement)
    {
        var text = file.Parse.Source.Text;
        return ImportAdder.Add(file.Parse, statement) switch
        {
            AddImportOutcome.Added added => new CstAddImportResult(Success: true, ParseError: null, ImportAdded: true, added.Text),
            AddImportOutcome.AlreadyThere => new CstAddImportResult(Success: true, ParseError: null, ImportAdded: false, text),
            AddImportOutcome.Refused refused => new CstAddImportResult(Success: false, refused.Reason, ImportAdded: false, text),
            _ => throw new UnreachableException(),
        };
    }
}
