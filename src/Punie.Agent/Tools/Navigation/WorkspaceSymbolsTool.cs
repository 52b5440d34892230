using Punie.Agent.LanguageServer;
using Punie.Agent.LanguageServer.Protocol;
using Punie.Agent.Tools.Guides;

namespace Punie.Agent.Tools.Navigation;

/// <summary>workspace_symbols: the project's symbols whose names match.</summary>
public sealed class WorkspaceSymbolsTool : Tool
{
    private static readonly int[] Definitions = [5, 6, 10, 11, 12];   // class, method, enum, interface, function

    /// <inheritdoc/>
    public override string Name => "workspace_symbols";

    /// <inheritdoc/>
    public override string Summary => "Symbols of the whole project by part of a name.";

    /// <inheritdoc/>
    public override ToolGuide Guide => NavigationGuides.WorkspaceSymbols;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
        [new("query", Py.Str, "A name or a part of one.")];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(WorkspaceSymbolsResult.Schema);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var query = arguments.Str("query").Trim();
        if (context.Navigator is not { } navigator) return WorkspaceSymbolsResult.Failed(query, SymbolTool.NoNavigator);
        if (query.Length == 0) return WorkspaceSymbolsResult.Failed(query, "Pass a query: a name or a part of one.");

        try
        {
            var found = await navigator.AskAboutProjectAsync(
                navigator.Scan(), (server, token) => server.WorkspaceSymbolsAsync(query, token), cancellationToken)
                .ConfigureAwait(false);
            var symbols = Best(found, query, new PlaceReader(context.Workspace));
            return new WorkspaceSymbolsResult(
                Success: true, ParseError: null, query, [.. symbols.Take(context.Limits.NavigationItems)],
                symbols.Count);
        }
        catch (LanguageServerException e)
        {
            return WorkspaceSymbolsResult.Failed(query, e.Message);
        }
    }

    // Servers match letters in any place and give any order.
    private static List<WorkspaceSymbol> Best(IReadOnlyList<SymbolInformation> found, string query, PlaceReader reader)
    {
        return
        [
            .. found.Select(one => (Symbol: one, File: reader.Inside(one.Location.Uri)))
                .Where(one => one.File is not null)
                .Select(one =>
                    new WorkspaceSymbol(one.Symbol.Name, one.Symbol.Kind, one.File!, Line(one.Symbol),
                    Container(one.Symbol)))
                .Distinct()
                .OrderBy(symbol => Distance(symbol.Name, query))
                .ThenBy(symbol => Definitions.Contains(symbol.Kind) ? 0 : 1)
                .ThenBy(symbol => symbol.File, StringComparer.Ordinal)
                .ThenBy(symbol => symbol.Line),
        ];
    }

    private static int Line(SymbolInformation symbol) => (symbol.Location.Range?.Start.Line ?? 0) + 1;

    private static string? Container(SymbolInformation symbol) =>
        symbol.ContainerName is { Length: > 0 } name ? name : null;

    private static int Distance(string name, string query)
    {
        if (name == query) return 0;
        if (name.Equals(query, StringComparison.OrdinalIgnoreCase)) return 1;
        if (name.StartsWith(query, StringComparison.OrdinalIgnoreCase)) return 2;
        return name.Contains(query, StringComparison.OrdinalIgnoreCase) ? 3 : 4;
    }
}
