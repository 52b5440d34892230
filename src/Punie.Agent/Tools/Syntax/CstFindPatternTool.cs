using System.Diagnostics;
using Punie.Agent.Tools.Guides;
using Punie.Agent.Workspace;
using Punie.Python.Rewriting;

namespace Punie.Agent.Tools.Syntax;

/// <summary>cst_find_pattern: code by kind, by name or by example, in a file or in all files of a folder.</summary>
public sealed class CstFindPatternTool : Tool
{
    private const int SnippetChars = 300;

    // Enough for any question; a kind such as Name in a large project is not one.
    private const int MostMatches = 20_000;

    /// <inheritdoc/>
    public override string Name => "cst_find_pattern";

    /// <inheritdoc/>
    public override string Summary =>
        "Find code in a file or folder: FunctionDef, call:os.getenv, decorator:property, import:json or print($X).";

    /// <inheritdoc/>
    public override ToolGuide Guide => SyntaxGuides.FindPattern;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("file_path", Py.Str, "Python file or folder, relative to the workspace; \".\" for all of it."),
        new("pattern", Py.Str,
            "Kind of node, call:NAME, decorator:NAME, import:NAME, or code with holes $X and $$$."),
    ];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(CstFindResult.Schema);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            var path = arguments.Str("file_path");
            var pattern = CodePattern.Parse(arguments.Str("pattern"));
            return context.Workspace.ResolveExisting(path) is { Kind: PathKind.Folder } folder
                ? await FindInFolderAsync(folder.Relative, pattern, context.Workspace, cancellationToken)
                    .ConfigureAwait(false)
                : await FindInFileAsync(path, pattern, context.Workspace, cancellationToken).ConfigureAwait(false);
        }
        catch (FormatException e)
        {
            return CstFindResult.Failed(e.Message);
        }
        catch (WorkspaceException e)
        {
            return CstFindResult.Failed(e.Message);
        }
    }

    private static async ValueTask<CstFindResult> FindInFileAsync(
        string path, CodePattern pattern, IWorkspace workspace, CancellationToken cancellationToken) =>
            await PythonSource.ReadAsync(path, workspace, cancellationToken).ConfigureAwait(false) switch
            {
                PythonSource.Parsed parsed => Find([parsed.File], pattern),
                PythonSource.Unusable unusable => CstFindResult.Failed(unusable.Reason),
                _ => throw new UnreachableException(),
            };

    // A file that cannot be read hides nothing about the others: their matches are there, and the error names it.
    private static async ValueTask<CstFindResult> FindInFolderAsync(
        string folder, CodePattern pattern, IWorkspace workspace, CancellationToken cancellationToken)
    {
        var read = await PythonFolder.ReadAsync(folder, workspace, pattern.MayMatch, cancellationToken)
            .ConfigureAwait(false);
        var result = Find(read.Files, pattern);
        return read.Problem is null ? result : result with { Success = false, ParseError = read.Problem };
    }

    private static CstFindResult Find(IReadOnlyList<PythonFile> files, CodePattern pattern)
    {
        var count = 0;
        var shown = new List<CstMatch>();
        foreach (var file in files)
        {
            var matches = pattern.FindAll(file);
            count += matches.Count;
            shown.AddRange(matches.Take(MostMatches - shown.Count).Select(match => Show(file, match)));
        }

        return new CstFindResult(Success: true, ParseError: null, count, shown);
    }

    // The end behind the last character, from 1, less one is the last character itself.
    private static CstMatch Show(PythonFile file, PatternMatch match)
    {
        var line = file.Parse.Source.LineText(match.Start.Line).Trim();
        var snippet = line.Length > SnippetChars ? line[..SnippetChars] + "…" : line;
        return new CstMatch(
            match.Start.Line, match.Start.Column - 1, snippet, match.Kind, match.End.Line, match.End.Column - 1)
        {
            File = file.Path,
        };
    }
}
