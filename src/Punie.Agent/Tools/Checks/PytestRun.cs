using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Checks;

/// <summary>One run of pytest by one program.</summary>
/// <param name="program">What runs pytest when its arguments follow.</param>
/// <param name="target">A path relative to the workspace, perhaps with <c>::test_name</c>.</param>
/// <param name="context">The project.</param>
internal sealed class PytestRun(CheckProgram program, string target, ToolContext context) : IDisposable
{
    private const string ReportFile = "report.xml";
    private const string PythonPath = "PYTHONPATH";

    private readonly ScratchFolder _scratch = new();

    // The project's own options come first, so that these win over them.
    private string[] Arguments =>
    [
        "-p", PytestPlugin.Module,
        $"--junitxml={_scratch.File(ReportFile)}",
        "--junitprefix=",
        "-o", "junit_family=xunit1",
        "-o", "junit_logging=no",
        "-o", $"cache_dir={_scratch.File("cache")}",   // the run leaves no trace; without the plug-in --lf would not be known
        "--", target,
    ];

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();

    /// <summary>Runs it; null when the program has no pytest.</summary>
    public async Task<PytestResult?> ResultAsync(CancellationToken cancellationToken)
    {
        await _scratch.WriteAsync($"{PytestPlugin.Module}.py", PytestPlugin.Source, cancellationToken)
            .ConfigureAwait(false);
        var run = await CheckRun.OfAsync(WithPlugin(), Arguments, context, cancellationToken).ConfigureAwait(false);
        var text = await _scratch.ReadAsync(PytestPlugin.ProgressFile, cancellationToken).ConfigureAwait(false);
        var progress = PytestProgress.Read(text, context.Limits.MessageChars);
        if (run is CheckRun.Failed failed) return progress.Stopped(failed.Error);

        var done = (CheckRun.Done)run;
        var report = await _scratch.ReadAsync(ReportFile, cancellationToken).ConfigureAwait(false);
        var isMissing = done.Output.StandardError.Contains("No module named pytest", StringComparison.Ordinal);
        return report is null && isMissing ? null : Read(done, report, progress);
    }

    // Exit codes: 0 passed, 1 failures, 2 interrupted (also by collection errors), 3 internal error, 4 usage, 5 no
    // tests.
    private PytestResult Read(CheckRun.Done done, string? report, PytestProgress progress)
    {
        if (done.Code == 5) return PytestResult.Failed($"pytest found no tests in '{target}'.");
        if (done.Code is not (0 or 1 or 2)) return progress.Stopped(done.Complaint);
        if (report is null)
        {
            // The project switched the file off, or the interpreter ended in the middle.
            var isWhole = progress is { Root: not null, Running: [] };
            return isWhole ? Judge(done, progress.Tests, progress.Duration) : progress.Stopped(done.Complaint);
        }

        return JunitXml.Read(report, path => Place(path, progress.Root), context.Limits.MessageChars) is { } read
            ? Judge(done, read.Tests, read.Duration)
            : PytestResult.Failed(done.Complaint);
    }

    private PytestResult Judge(CheckRun.Done done, IReadOnlyList<TestCase> tests, double duration)
    {
        // Options such as --collect-only end well without running anything.
        var counts = TestCounts.Of(tests);
        var error = (done.Code, tests.Count, counts.Errors) switch
        {
            (0, 0, _) =>
                $"pytest ran no tests in '{target}'; look for --collect-only or the like in the project's addopts.",
            (2, _, 0) => "pytest was interrupted before all tests ran.",
            (1, 0, _) => done.Complaint,
            _ => null,
        };
        return new PytestResult(done.Code == 0 && error is null, error, counts, duration, tests);
    }

    private string Place(string path, string? root) =>
        (root is null ? null : context.Workspace.ToRelative(Path.Combine(root, path))) ?? path;

    private CheckProgram WithPlugin()
    {
        var known = program.Environment.TryGetValue(PythonPath, out var own)
            ? own
            : System.Environment.GetEnvironmentVariable(PythonPath);
        var all = new Dictionary<string, string?>(program.Environment, StringComparer.Ordinal)
        {
            [PythonPath] = string.IsNullOrEmpty(known)
                ? _scratch.FullPath
                : _scratch.FullPath + Path.PathSeparator + known,
            ["COVERAGE_FILE"] = _scratch.File(".coverage"),
        };
        return program with { Environment = all };
    }
}
