namespace Punie.Agent.Tools.Checks;

/// <summary>What the type checker found.</summary>
internal sealed record TypeCheckResult(
    bool Success, string? ParseError, int ErrorCount, int WarningCount, IReadOnlyList<TypeCheckError> Errors)
{
    public static RecordSchema<TypeCheckResult> Schema { get; } = new(
        "TypeCheckResult",
        "What the type checker found.",
        [
            new("success", Py.Bool, r => r.Success, "it ran and found no error"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why it could not run"),
            new("error_count", Py.Int, r => r.ErrorCount, "findings of severity error") { Counts = new("error") },
            new("warning_count", Py.Int, r => r.WarningCount, "findings of severity warning")
            {
                Counts = new("warning"),
            },
            new("errors", Py.List(TypeCheckError.Schema), r => r.Errors, "all findings, warnings too"),
        ]);

    public static TypeCheckResult Failed(string error) => new(Success: false, error, 0, 0, []);
}

/// <summary>One finding of the type checker.</summary>
internal sealed record TypeCheckError(string File, int Line, int Column, string Severity, string Code, string Message)
{
    public static RecordSchema<TypeCheckError> Schema { get; } = new(
        "TypeCheckError",
        "One finding of the type checker.",
        [
            new("file", Py.Str, e => e.File, "path"),
            new("line", Py.Int, e => e.Line, "from 1"),
            new("column", Py.Int, e => e.Column, "from 1"),
            new("severity", Py.Str, e => e.Severity, "error, warning or information") { NeedsNote = true },
            new("code", Py.Str, e => e.Code, "rule such as reportArgumentType; syntax when none"),
            new("message", Py.Str, e => e.Message, "what is wrong"),
        ]);
}
