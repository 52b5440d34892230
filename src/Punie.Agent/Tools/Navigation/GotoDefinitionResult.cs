namespace Punie.Agent.Tools.Navigation;

/// <summary>Where a symbol is defined.</summary>
internal sealed record GotoDefinitionResult(
    bool Success, string? ParseError, string Symbol, IReadOnlyList<DefinitionLocation> Locations)
{
    public static RecordSchema<GotoDefinitionResult> Schema { get; } = new(
        "GotoDefinitionResult",
        "Where a symbol is defined.",
        [
            new("success", Py.Bool, r => r.Success, "a definition was found"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why there is no answer"),
            new("symbol", Py.Str, r => r.Symbol, "the name that was looked up"),
            new("locations", Py.List(DefinitionLocation.Schema), r =>
                r.Locations, "several when the name is defined several times") { Counts = new("definition") },
        ]);

    public static GotoDefinitionResult Failed(string symbol, string error) => new(Success: false, error, symbol, []);
}

/// <summary>One place where a symbol is defined.</summary>
internal sealed record DefinitionLocation(string File, int Line, int Column, int EndLine, int EndColumn, string Preview)
{
    public static RecordSchema<DefinitionLocation> Schema { get; } = new(
        "DefinitionLocation",
        "One place where a symbol is defined.",
        [
            new("file", Py.Str, l => l.File, "path; of a file outside the project its last part"),
            new("line", Py.Int, l => l.Line, "from 1"),
            new("column", Py.Int, l => l.Column, "from 1"),
            new("end_line", Py.Int, l => l.EndLine, "from 1"),
            new("end_column", Py.Int, l => l.EndColumn, "from 1, behind the name"),
            new("preview", Py.Str, l => l.Preview, "the line"),
        ]);
}
