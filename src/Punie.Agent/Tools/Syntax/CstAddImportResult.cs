namespace Punie.Agent.Tools.Syntax;

/// <summary>A file's text with an import added; nothing is written.</summary>
internal sealed record CstAddImportResult(bool Success, string? ParseError, bool ImportAdded, string ModifiedSource)
{
    public static RecordSchema<CstAddImportResult> Schema { get; } = new(
        "CstAddImportResult",
        "A file's text with an import added; nothing is written.",
        [
            new("success", Py.Bool, r => r.Success, "the text has the import"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why it could not be added"),
            new("import_added", Py.Bool, r => r.ImportAdded, "false when it was there already"),
            new("modified_source", Py.Str, r => r.ModifiedSource, "the whole new text; the old one when nothing was added"),
        ]);
}
