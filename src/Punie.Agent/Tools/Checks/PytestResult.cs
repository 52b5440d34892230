namespace Punie.Agent.Tools.Checks;

/// <summary>What the test run gave.</summary>
internal sealed record PytestResult(
    bool Success, string? ParseError, TestCounts Counts, double Duration, IReadOnlyList<TestCase> Tests)
{
    public static RecordSchema<PytestResult> Schema { get; } = new(
        "TestResult",
        "What the test run gave.",
        [
            new("success", Py.Bool, r => r.Success, "tests ran and none failed"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why there is no result"),
            new("passed", Py.Int, r => r.Counts.Passed, "number of tests") { Counts = new("passed", "passed") },
            new("failed", Py.Int, r => r.Counts.Failed, "number of tests") { Counts = new("failed", "failed") },
            new("errors", Py.Int, r => r.Counts.Errors, "set-up, tear-down and collection errors")
            {
                Counts = new("error"),
            },
            new("skipped", Py.Int, r => r.Counts.Skipped, "number of tests, expected failures too")
            {
                Counts = new("skipped", "skipped"),
            },
            new("duration", Py.Float, r => r.Duration, "seconds"),
            new("tests", Py.List(TestCase.Schema), r => r.Tests, "every test"),
        ]);

    public static PytestResult Failed(string error) => new(Success: false, error, new TestCounts(0, 0, 0, 0), 0, []);
}

/// <summary>How many tests ended in which way.</summary>
internal sealed record TestCounts(int Passed, int Failed, int Errors, int Skipped)
{
    public static TestCounts Of(IReadOnlyList<TestCase> tests)
    {
        return new TestCounts(Count("passed"), Count("failed"), Count("error"), Count("skipped"));

        int Count(string outcome) => tests.Count(test => test.Outcome == outcome);
    }
}

/// <summary>One test.</summary>
internal sealed record TestCase(string Name, string Outcome, double Duration, string Message)
{
    public static RecordSchema<TestCase> Schema { get; } = new(
        "TestCase",
        "One test.",
        [
            new("name", Py.Str, t => t.Name, "such as tests/test_cart.py::test_total[2]"),
            new("outcome", Py.Str, t => t.Outcome, "passed, failed, error or skipped") { NeedsNote = true },
            new("duration", Py.Float, t => t.Duration, "seconds"),
            new("message", Py.Str, t => t.Message, "why it failed or was skipped"),
        ]);
}
