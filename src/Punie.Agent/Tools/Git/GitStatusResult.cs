namespace Punie.Agent.Tools.Git;

/// <summary>What differs from the last commit.</summary>
internal sealed record GitStatusResult(
    bool Success, string? ParseError, bool Clean, int FileCount, IReadOnlyList<GitFileStatus> Files)
{
    public static RecordSchema<GitStatusResult> Schema { get; } = new(
        "GitStatusResult",
        "What differs from the last commit.",
        [
            new("success", Py.Bool, r => r.Success, "git ran"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why it could not run"),
            new("clean", Py.Bool, r => r.Clean, "nothing differs"),
            new("file_count", Py.Int, r => r.FileCount, "number of different files") { Counts = new("changed file") },
            new("files", Py.List(GitFileStatus.Schema), r => r.Files, "staged and unstaged changes"),
        ]);

    public static GitStatusResult Failed(string error) => new(Success: false, error, Clean: false, 0, []);

    public static GitStatusResult Of(IReadOnlyList<GitFileStatus> files)
    {
        var different = files.Where(file => file.Status != GitFileStatus.Ignored).Select(file => file.File).Distinct()
            .Count();
        return new GitStatusResult(Success: true, ParseError: null, different == 0, different, files);
    }
}

/// <summary>One change of one file; a file that is staged and then changed again has two.</summary>
internal sealed record GitFileStatus(string File, string Status, bool Staged)
{
    /// <summary>The status of a file that git is told not to look at; it does not count as different.</summary>
    public const string Ignored = "ignored";

    public static RecordSchema<GitFileStatus> Schema { get; } = new(
        "GitFileStatus",
        "One change of one file; a file that is staged and then changed again has two.",
        [
            new("file", Py.Str, f => f.File, "path, the new one when renamed"),
            new(
                "status",
                Py.Str,
                f => f.Status,
                "modified, added, deleted, renamed, copied, typechange, untracked, conflicted or ignored")
            {
                NeedsNote = true,
            },
            new("staged", Py.Bool, f => f.Staged, "will be in the next commit"),
        ]);
}
