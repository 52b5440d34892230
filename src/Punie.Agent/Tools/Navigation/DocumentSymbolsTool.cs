using Punie.Agent.LanguageServer;
using Punie.Agent.LanguageServer.Protocol;
using Punie.Agent.Tools.Guides;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Navigation;

/// <summary>document_symbols: what a file defines.</summary>
public sealed class DocumentSymbolsTool : Tool
{
    /// <inheritdoc/>
    public override string Name => "document_symbols";

    /// <inheritdoc/>
    public override string Summary => "Classes, functions and variables of a file.";

    /// <inheritdoc/>
    public override ToolGuide Guide => NavigationGuides.DocumentSymbols;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
        [new("file_path", Py.Str, "Python file, relative to the workspace.")];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(DocumentSymbolsResult.Schema);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var file = arguments.Str("file_path");
        if (context.Navigator is not { } navigator) return DocumentSymbolsResult.Failed(file, SymbolTool.NoNavigator);

        try
        {
            file = PythonFileOf(file, context.Workspace);
            var found = await navigator.AskAsync(
                navigator.Scan(), (server, token) => server.DocumentSymbolsAsync(file, token), cancellationToken)
                    .ConfigureAwait(false);
            var symbols = found.Select(Symbol).ToList();
            return new DocumentSymbolsResult(Success: true, ParseError: null, file, symbols, SymbolInfo.Count(symbols));
        }
        catch (WorkspaceException e)
        {
            return DocumentSymbolsResult.Failed(file, e.Message);
        }
        catch (LanguageServerException e)
        {
            return DocumentSymbolsResult.Failed(file, e.Message);
        }
    }

    private static string PythonFileOf(string path, IWorkspace workspace)
    {
        var found = workspace.ResolveExisting(path);
        if (found.Kind is PathKind.Folder)
            throw new LanguageServerException($"'{found.Relative}' is a folder; name a file in it.");
        return ProjectScan.IsPython(found.Relative)
            ? found.Relative
            : throw new LanguageServerException($"'{found.Relative}' is not a Python file.");
    }

    private static SymbolInfo Symbol(DocumentSymbol symbol) => new(
        symbol.Name,
        symbol.Kind,
        symbol.SelectionRange.Start.Line + 1,
        symbol.Range.End.Line + 1,
        [.. (symbol.Children ?? []).Select(Symbol)]);
}
