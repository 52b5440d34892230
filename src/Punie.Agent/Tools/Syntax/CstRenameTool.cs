using System.Diagnostics;
using Punie.Agent.Tools.Guides;
using Punie.Python.Rewriting;

namespace Punie.Agent.Tools.Syntax;

/// <summary>cst_rename: a file's text with a name changed wherever it means the same thing.</summary>
public sealed class CstRenameTool : Tool
{
    /// <inheritdoc/>
    public override string Name => "cst_rename";

    /// <inheritdoc/>
    public override string Summary => "The file's text with a name renamed by scope; writes nothing.";

    /// <inheritdoc/>
    public override ToolGuide Guide => SyntaxGuides.Rename;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("file_path", Py.Str, "Python file, relative to the workspace."),
        new("old_name", Py.Str, "Name to change; dotted to say the scope, as in Cart.add."),
        new("new_name", Py.Str, "Its new name, without dots."),
    ];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(CstRenameResult.Schema);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var source = await PythonSource.ReadAsync(arguments.Str("file_path"), context.Workspace, cancellationToken)
            .ConfigureAwait(false);
        return source switch
        {
            PythonSource.Parsed parsed => Rename(parsed.File, arguments.Str("old_name"), arguments.Str("new_name")),
            PythonSource.Unusable unusable => new CstRenameResult(Success: false, unusable.Reason, 0, unusable.Text),
            _ => throw new UnreachableException(),
        };
    }

    private static CstRenameResult Rename(PythonFile file, string oldName, string newName)
    {
        var text = file.Parse.Source.Text;
        return Renamer.Rename(file, oldName, newName) switch
        {
            RenameOutcome.Renamed { Files: [var edits] } renamed =>
                new CstRenameResult(Success: true, ParseError: null, renamed.Count, edits.ToText()),
            RenameOutcome.Renamed => new CstRenameResult(Success: true, ParseError: null, 0, text),
            RenameOutcome.Refused refused => new CstRenameResult(Success: false, refused.Reason, 0, text),
            _ => throw new UnreachableException(),
        };
    }
}
