namespace Punie.Agent.Tools.Domain;

/// <summary>What a set of rules found in a file or folder.</summary>
internal sealed record DomainValidationResult(
    bool Success, string? ParseError, bool Valid, string Domain, IReadOnlyList<ValidationIssue> Issues)
{
    public static RecordSchema<DomainValidationResult> Schema { get; } = new(
        "DomainValidationResult",
        "What a set of rules found in a file or folder.",
        [
            new("success", Py.Bool, r => r.Success, "it ran and found no error"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why it could not run"),
            new("valid", Py.Bool, r => r.Valid, "no issue is an error; warnings may be there"),
            new("domain", Py.Str, r => r.Domain, "tdom, svcs, tdom-svcs or a rule file's name"),
            new("issues", Py.List(ValidationIssue.Schema), r => r.Issues, "all findings by file and line")
            {
                Counts = new("issue"),
            },
        ]);

    public static DomainValidationResult Failed(string domain, string error) =>
        new(Success: false, error, Valid: false, domain, []);

    /// <summary>The findings in order of their files and lines.</summary>
    public static DomainValidationResult Of(string domain, IEnumerable<ValidationIssue> issues)
    {
        var found = issues.Distinct().OrderBy(i => i.File, StringComparer.Ordinal).ThenBy(i => i.Line)
            .ThenBy(i => i.Rule, StringComparer.Ordinal).ToList();
        var valid = found.TrueForAll(issue => issue.Severity != Severity.Error.ToText());
        return new DomainValidationResult(valid, ParseError: null, valid, domain, found);
    }
}

/// <summary>One place that breaks a rule.</summary>
internal sealed record ValidationIssue(string Rule, string Severity, string Message, int Line, string Suggestion)
{
    /// <summary>Path of the file, relative to the workspace.</summary>
    public string File { get; init; } = "";

    public static RecordSchema<ValidationIssue> Schema { get; } = new(
        "ValidationIssue",
        "One place that breaks a rule.",
        [
            new("rule", Py.Str, i => i.Rule, "such as unknown-prop"),
            new("severity", Py.Str, i => i.Severity, "error or warning") { NeedsNote = true },
            new("message", Py.Str, i => i.Message, "what is wrong"),
            new("line", Py.Int, i => i.Line, "from 1"),
            new("suggestion", Py.Str, i => i.Suggestion, "what to do"),
            new("file", Py.Str, i => i.File, "path") { Since = 2 },
        ]);
}
