namespace Punie.Agent.Tools.Syntax;

/// <summary>Code that a pattern fits.</summary>
internal sealed record CstFindResult(bool Success, string? ParseError, int MatchCount, IReadOnlyList<CstMatch> Matches)
{
    public static RecordSchema<CstFindResult> Schema { get; } = new(
        "CstFindResult",
        "Code that a pattern fits.",
        [
            new("success", Py.Bool, r => r.Success, "everything was searched"),
            new("parse_error", Py.Optional(Py.Str), r =>
                r.ParseError, "what could not be searched, and why; there may be matches all the same"),
            new("match_count", Py.Int, r => r.MatchCount, "number of matches") { Counts = new("match", "matches") },
            new("matches", Py.List(CstMatch.Schema), r => r.Matches, "all matches by file and place"),
        ]);

    public static CstFindResult Failed(string error) => new(Success: false, error, 0, []);
}

/// <summary>One place that a pattern fits.</summary>
internal sealed record CstMatch(int Line, int Column, string CodeSnippet, string NodeType, int EndLine, int EndColumn)
{
    /// <summary>Path of the file.</summary>
    public string File { get; init; } = "";

    public static RecordSchema<CstMatch> Schema { get; } = new(
        "CstMatch",
        "One place that a pattern fits.",
        [
            new("line", Py.Int, m => m.Line, "from 1"),
            new("column", Py.Int, m => m.Column, "from 0"),
            new("code_snippet", Py.Str, m => m.CodeSnippet, "the line where the match starts"),
            new("node_type", Py.Str, m => m.NodeType, "kind such as FunctionDef or Call"),
            new("end_line", Py.Int, m => m.EndLine, "line of the last character, from 1"),
            new("end_column", Py.Int, m => m.EndColumn, "column of the last character, from 1"),
            new("file", Py.Str, m => m.File, "path") { Since = 2 },
        ]);
}
