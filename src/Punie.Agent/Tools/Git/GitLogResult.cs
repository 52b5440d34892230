namespace Punie.Agent.Tools.Git;

/// <summary>The latest commits.</summary>
internal sealed record GitLogResult(bool Success, string? ParseError, IReadOnlyList<GitCommit> Commits)
{
    public static RecordSchema<GitLogResult> Schema { get; } = new(
        "GitLogResult",
        "The latest commits.",
        [
            new("success", Py.Bool, r => r.Success, "git ran"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why it could not run"),
            new("commits", Py.List(GitCommit.Schema), r => r.Commits, "newest first"),
            new("commit_count", Py.Int, r => r.Commits.Count, "number of commits given") { Counts = new("commit") },
        ]);

    public static GitLogResult Of(IReadOnlyList<GitCommit> commits) => new(Success: true, ParseError: null, commits);

    public static GitLogResult Failed(string error) => new(Success: false, error, []);
}

/// <summary>One commit.</summary>
internal sealed record GitCommit(string Hash, string Message, string Author, string Date)
{
    public static RecordSchema<GitCommit> Schema { get; } = new(
        "GitCommit",
        "One commit.",
        [
            new("hash", Py.Str, c => c.Hash, "40 digits"),
            new("message", Py.Str, c => c.Message, "subject line"),
            new("author", Py.Str, c => c.Author, "name"),
            new("date", Py.Str, c => c.Date, "ISO 8601, of the author"),
        ]);
}
