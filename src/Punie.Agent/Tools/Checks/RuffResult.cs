namespace Punie.Agent.Tools.Checks;

/// <summary>What the linter found.</summary>
internal sealed record RuffResult(
    bool Success, string? ParseError, int ViolationCount, int FixableCount, IReadOnlyList<RuffViolation> Violations)
{
    public static RecordSchema<RuffResult> Schema { get; } = new(
        "RuffResult",
        "What the linter found.",
        [
            new("success", Py.Bool, r => r.Success, "it ran and found nothing"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why it could not run"),
            new("violation_count", Py.Int, r => r.ViolationCount, "number of findings") { Counts = new("violation") },
            new("fixable_count", Py.Int, r => r.FixableCount, "how many ruff can fix"),
            new("violations", Py.List(RuffViolation.Schema), r => r.Violations, "all findings"),
        ]);

    public static RuffResult Failed(string error) => new(Success: false, error, 0, 0, []);
}

/// <summary>One finding of the linter.</summary>
internal sealed record RuffViolation(string File, int Line, int Column, string Code, string Message, bool Fixable)
{
    public static RecordSchema<RuffViolation> Schema { get; } = new(
        "RuffViolation",
        "One finding of the linter.",
        [
            new("file", Py.Str, v => v.File, "path"),
            new("line", Py.Int, v => v.Line, "from 1"),
            new("column", Py.Int, v => v.Column, "from 1"),
            new("code", Py.Str, v => v.Code, "rule such as F401 or UP006"),
            new("message", Py.Str, v => v.Message, "what is wrong"),
            new("fixable", Py.Bool, v => v.Fixable, "ruff can fix it"),
        ]);
}
