namespace Punie.Agent.Tools.Navigation;

/// <summary>The project's symbols whose names match.</summary>
internal sealed record WorkspaceSymbolsResult(
    bool Success, string? ParseError, string Query, IReadOnlyList<WorkspaceSymbol> Symbols, int SymbolCount)
{
    public static RecordSchema<WorkspaceSymbolsResult> Schema { get; } = new(
        "WorkspaceSymbolsResult",
        "The project's symbols whose names match.",
        [
            new("success", Py.Bool, r => r.Success, "the search ran"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why there is no answer"),
            new("query", Py.Str, r => r.Query, "what was looked for"),
            new("symbols", Py.List(WorkspaceSymbol.Schema), r => r.Symbols, "best match first"),
            new("symbol_count", Py.Int, r => r.SymbolCount, "number of matches") { Counts = new("symbol") },
        ]);

    public static WorkspaceSymbolsResult Failed(string query, string error) => new(Success: false, error, query, [], 0);
}

/// <summary>One symbol of the project.</summary>
internal sealed record WorkspaceSymbol(string Name, int Kind, string File, int Line, string? ContainerName)
{
    public static RecordSchema<WorkspaceSymbol> Schema { get; } = new(
        "WorkspaceSymbol",
        "One symbol of the project.",
        [
            new("name", Py.Str, s => s.Name, "without its class"),
            new("kind", Py.Int, s =>
                s.Kind, "5 class, 6 method, 7 property, 12 function, 13 variable, 14 constant") { NeedsNote = true },
            new("file", Py.Str, s => s.File, "path"),
            new("line", Py.Int, s => s.Line, "from 1"),
            new("container_name", Py.Optional(Py.Str), s => s.ContainerName, "the class or function around it"),
        ]);
}
