using Punie.Agent.Tools.Files;

namespace Punie.Agent.Tools.Syntax;

/// <summary>A name changed wherever it means the same.</summary>
internal sealed record CstRenameResult(bool Success, string? ParseError, int RenameCount, string ModifiedSource)
{
    /// <summary>Paths of the files that change.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>A unified diff of all changes.</summary>
    public string Diff { get; init; } = "";

    /// <summary>True when the files have the new text.</summary>
    public bool Written { get; init; }

    /// <summary>Places such as <c>src/cart.py:12</c> that stay as they are and may have to change.</summary>
    public IReadOnlyList<string> Unclear { get; init; } = [];

    /// <summary>What was shown and not written; null when there is nothing to write.</summary>
    public FileWrites? Unwritten { get; init; }

    /// <summary>Other files that use the name, and keep it; looked for only when nothing is written.</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];

    public static RecordSchema<CstRenameResult> Schema { get; } = new(
        "CstRenameResult",
        "A name changed wherever it means the same.",
        [
            new("success", Py.Bool, r => r.Success, "the rename is safe"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why nothing was renamed"),
            new("rename_count", Py.Int, r => r.RenameCount, "places that changed, in all files")
            {
                Counts = new("place"),
            },
            new("modified_source", Py.Str, r =>
                r.ModifiedSource,
                "the whole new text of file_path, or of the file with the definition; "
                + "the old one when nothing was renamed"),
            new("files", Py.List(Py.Str), r => r.Files, "paths of the files that change") { Since = 2 },
            new("diff", Py.Str, r => r.Diff, "all changes as a unified diff") { Since = 2 },
            new("written", Py.Bool, r => r.Written, "the files have the new text") { Since = 2 },
            new(
                "unclear",
                Py.List(Py.Str),
                r => r.Unclear,
                "file:line of attributes with the old name on objects whose class is not known; they stay as they are")
            {
                Since = 3,
            },
        ]);

    public static CstRenameResult Failed(string reason, string text) => new(Success: false, reason, 0, text);
}
