namespace Punie.Agent.Tools.Navigation;

/// <summary>Where a symbol is used.</summary>
internal sealed record FindReferencesResult(
    bool Success, string? ParseError, string Symbol, int ReferenceCount, IReadOnlyList<ReferenceLocation> References)
{
    public static RecordSchema<FindReferencesResult> Schema { get; } = new(
        "FindReferencesResult",
        "Where a symbol is used.",
        [
            new("success", Py.Bool, r => r.Success, "the symbol was found"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why there is no answer"),
            new("symbol", Py.Str, r => r.Symbol, "the name that was looked up"),
            new("reference_count", Py.Int, r => r.ReferenceCount, "number of uses, its definition too")
            {
                Counts = new("reference"),
            },
            new("references", Py.List(ReferenceLocation.Schema), r => r.References, "by file and line"),
        ]);

    public static FindReferencesResult Failed(string symbol, string error) => new(Success: false, error, symbol, 0, []);
}

/// <summary>One use of a symbol.</summary>
internal sealed record ReferenceLocation(string File, int Line, int Column, string Preview)
{
    public static RecordSchema<ReferenceLocation> Schema { get; } = new(
        "ReferenceLocation",
        "One use of a symbol.",
        [
            new("file", Py.Str, l => l.File, "path"),
            new("line", Py.Int, l => l.Line, "from 1"),
            new("column", Py.Int, l => l.Column, "from 1"),
            new("preview", Py.Str, l => l.Preview, "the line"),
        ]);
}
