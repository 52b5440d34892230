namespace Punie.Agent.Tools.Navigation;

/// <summary>What a file defines.</summary>
internal sealed record DocumentSymbolsResult(
    bool Success, string? ParseError, string FilePath, IReadOnlyList<SymbolInfo> Symbols, int SymbolCount)
{
    public static RecordSchema<DocumentSymbolsResult> Schema { get; } = new(
        "DocumentSymbolsResult",
        "What a file defines.",
        [
            new("success", Py.Bool, r => r.Success, "the file was read"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why there is no answer"),
            new("file_path", Py.Str, r => r.FilePath, "path"),
            new("symbols", Py.List(SymbolInfo.Schema), r => r.Symbols, "the outer ones, in order"),
            new("symbol_count", Py.Int, r => r.SymbolCount, "number of symbols, inner ones too")
            {
                Counts = new("symbol"),
            },
        ]);

    public static DocumentSymbolsResult Failed(string file, string error) => new(Success: false, error, file, [], 0);
}

/// <summary>A class, function or variable with what it holds.</summary>
internal sealed record SymbolInfo(string Name, int Kind, int Line, int EndLine, IReadOnlyList<SymbolInfo> Children)
{
    public static RecordSchema<SymbolInfo> Schema { get; } = new(
        "SymbolInfo",
        "A class, function or variable with what it holds.",
        self =>
        [
            new("name", Py.Str, s => s.Name, "without its class"),
            new("kind", Py.Int, s =>
                s.Kind, "5 class, 6 method, 7 property, 12 function, 13 variable, 14 constant") { NeedsNote = true },
            new("line", Py.Int, s => s.Line, "where its name stands, from 1"),
            new("end_line", Py.Int, s => s.EndLine, "its last line"),
            new("children", Py.List(self), s => s.Children, "the symbols inside"),
        ]);

    /// <summary>Number of symbols in the trees.</summary>
    public static int Count(IReadOnlyList<SymbolInfo> symbols) => symbols.Sum(symbol => 1 + Count(symbol.Children));
}
