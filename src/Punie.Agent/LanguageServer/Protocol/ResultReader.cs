using System.Text.Json;

namespace Punie.Agent.LanguageServer.Protocol;

/// <summary>Reads results that come in more than one form.</summary>
internal static class ResultReader
{
    /// <summary>A <c>Location</c>, a list of them, a list of <c>LocationLink</c>s, or null.</summary>
    public static List<Location> Locations(JsonElement result) => [.. Items(result).Select(LocationOf)];

    /// <summary>A tree or a flat list of a document's symbols, as a tree.</summary>
    public static IReadOnlyList<DocumentSymbol> DocumentSymbols(JsonElement result)
    {
        var items = Items(result).ToList();
        return items.Count > 0 && items[0].TryGetProperty("location", out _)
            ? SymbolNesting.Nest(items.Select(SymbolOf))
            : [.. items.Select(item => item.Deserialize(ProtocolJson.Default.DocumentSymbol)!)];
    }

    /// <summary>The symbols of a workspace.</summary>
    public static List<SymbolInformation> WorkspaceSymbols(JsonElement result) => [.. Items(result).Select(SymbolOf)];

    private static IEnumerable<JsonElement> Items(JsonElement result) => result.ValueKind switch
    {
        JsonValueKind.Array => result.EnumerateArray(),
        JsonValueKind.Object => [result],
        _ => [],
    };

    private static Location LocationOf(JsonElement item)
    {
        if (!item.TryGetProperty("targetUri", out _)) return item.Deserialize(ProtocolJson.Default.Location)!;

        var link = item.Deserialize(ProtocolJson.Default.LocationLink)!;
        return new Location(link.TargetUri, link.TargetSelectionRange);
    }

    private static SymbolInformation SymbolOf(JsonElement item) =>
        item.Deserialize(ProtocolJson.Default.SymbolInformation)!;
}
