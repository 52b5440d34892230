namespace Punie.Agent.Tools.Git;

/// <summary>What changed in the text of files.</summary>
internal sealed record GitDiffResult(
    bool Success, string? ParseError, int FileCount, int Additions, int Deletions, IReadOnlyList<DiffFile> Files)
{
    public static RecordSchema<GitDiffResult> Schema { get; } = new(
        "GitDiffResult",
        "What changed in the text of files.",
        [
            new("success", Py.Bool, r => r.Success, "git ran"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why it could not run"),
            new("file_count", Py.Int, r => r.FileCount, "number of changed files") { Counts = new("changed file") },
            new("additions", Py.Int, r => r.Additions, "lines added in all files"),
            new("deletions", Py.Int, r => r.Deletions, "lines removed in all files"),
            new("files", Py.List(DiffFile.Schema), r => r.Files, "each changed file"),
        ]);

    public static GitDiffResult Failed(string error) => new(Success: false, error, 0, 0, 0, []);

    public static GitDiffResult Of(IReadOnlyList<DiffFile> files) => new(
        Success: true, ParseError: null, files.Count, files.Sum(f => f.Additions), files.Sum(f => f.Deletions), files);
}

/// <summary>One changed file.</summary>
internal sealed record DiffFile(string File, int Additions, int Deletions, IReadOnlyList<string> Hunks)
{
    public static RecordSchema<DiffFile> Schema { get; } = new(
        "DiffFile",
        "One changed file.",
        [
            new("file", Py.Str, f => f.File, "path, the new one when renamed"),
            new("additions", Py.Int, f => f.Additions, "lines added; 0 when binary"),
            new("deletions", Py.Int, f => f.Deletions, "lines removed; 0 when binary"),
            new("hunks", Py.List(Py.Str), f => f.Hunks, "pieces of the patch, each from its @@ line"),
        ]);
}
