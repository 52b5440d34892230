namespace Punie.Agent.Tools.Syntax;

/// <summary>A file's text with a name changed; nothing is written.</summary>
internal sealed record CstRenameResult(bool Success, string? ParseError, int RenameCount, string ModifiedSource)
{
    public static RecordSchema<CstRenameResult> Schema { get; } = new(
        "CstRenameResult",
        "A file's text with a name changed; nothing is written.",
        [
            new("success", Py.Bool, r => r.Success, "the rename is safe"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why nothing was renamed"),
            new("rename_count", Py.Int, r => r.RenameCount, "places that changed"),
            new("modified_source", Py.Str, r => r.ModifiedSource, "the whole new text; the old one when nothing was renamed"),
        ]);
}
