using System.Diagnostics;
using Punie.Agent.Tools.Guides;
using Punie.Python.Rewriting;

namespace Punie.Agent.Tools.Syntax;

/// <summary>cst_find_pattern: code by kind, by name or by example.</summary>
public sealed class CstFindPatternTool : Tool
{
    private const int SnippetChars = 300;

    /// <inheritdoc/>
    public override string Name => "cst_find_pattern";

    /// <inheritdoc/>
    public override string Summary => "Find code: FunctionDef, call:os.getenv, decorator:property, import:json or print($X).";

    /// <inheritdoc/>
    public override ToolGuide Guide => SyntaxGuides.FindPattern;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("file_path", Py.Str, "Python file, relative to the workspace."),
        new("pattern", Py.Str, "Kind of node, call:NAME, decorator:NAME, import:PACKAGE, or code with holes $X and $$$."),
    ];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(CstFindResult.Schema);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var source = await PythonSource.ReadAsync(arguments.Str("file_path"), context.Workspace, cancellationToken)
            .ConfigureAwait(false);
        return source switch
        {
            PythonSource.Parsed parsed => Find(parsed.File, arguments.Str("pattern")),
            PythonSource.Unusable unusable => CstFindResult.Failed(unusable.Reason),
            _ => throw new UnreachableException(),
        };
    }

    private static CstFindResult Find(PythonFile file, string text)
    {
        try
        {
            var matches = CodePattern.Parse(text).FindAll(file);
            return new CstFindResult(Success: true, ParseError: null, matches.Count, [.. matches.Select(match => Show(file, match))]);
        }
        catch (FormatException e)
        {
            return CstFindResult.Failed(e.Message);
        }
    }

    // The end behind the last character, from 1, less one is the last character itself.
    private static CstMatch Show(PythonFile file, PatternMatch match)
    {
        var line = file.Parse.Source.LineText(match.Start.Line).Trim();
        var snippet = line.Length > SnippetChars ? line[..SnippetChars] + "…" : line;
        return new CstMatch(
            match.Start.Line, match.Start.Column - 1, snippet, match.Kind, match.End.Line, match.End.Column - 1);
    }
}
