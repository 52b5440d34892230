using Punie.Agent.Tools.Files;

namespace Punie.Agent.Tools.Syntax;

/// <summary>A file's text with an import added.</summary>
internal sealed record CstAddImportResult(bool Success, string? ParseError, bool ImportAdded, string ModifiedSource)
{
    /// <summary>A unified diff of the change.</summary>
    public string Diff { get; init; } = "";

    /// <summary>True when the file has the new text.</summary>
    public bool Written { get; init; }

    /// <summary>What was shown and not written; null when there is nothing to write.</summary>
    public FileWrites? Unwritten { get; init; }

    public static RecordSchema<CstAddImportResult> Schema { get; } = new(
        "CstAddImportResult",
        "A file's text with an import added.",
        [
            new("success", Py.Bool, r => r.Success, "the text has the import"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why it could not be added"),
            new("import_added", Py.Bool, r => r.ImportAdded, "false when it was there already"),
            new("modified_source", Py.Str, r =>
                r.ModifiedSource, "the whole new text; the old one when nothing was added"),
            new("diff", Py.Str, r => r.Diff, "the change as a unified diff") { Since = 2 },
            new("written", Py.Bool, r => r.Written, "the file has the new text") { Since = 2 },
        ]);

    public static CstAddImportResult Failed(string reason, string text) =>
        new(Success: false, reason, ImportAdded: false, text);
}
