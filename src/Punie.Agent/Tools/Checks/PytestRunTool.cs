using Punie.Agent.Tools.Guides;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Checks;

/// <summary>pytest_run: runs tests and says how each one ended.</summary>
public sealed class PytestRunTool : Tool
{
    private const string ReportFile = "report.xml";

    /// <inheritdoc/>
    public override string Name => "pytest_run";

    /// <inheritdoc/>
    public override string Summary => "Run the tests of a file or folder.";

    /// <inheritdoc/>
    public override ToolGuide Guide => CheckGuides.PytestRun;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
        [new("path", Py.Str, "Test file or folder, relative to the workspace; may end in ::test_name.")];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(PytestResult.Schema);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            var (path, test) = SplitNodeId(arguments.Str("path"));
            var found = context.Workspace.ResolveExisting(path);
            return await RunAsync(found.Relative + test, context, cancellationToken).ConfigureAwait(false);
        }
        catch (WorkspaceException e)
        {
            return PytestResult.Failed(e.Message);
        }
    }

    private static (string Path, string Test) SplitNodeId(string path)
    {
        var end = path.IndexOf("::", StringComparison.Ordinal);
        return end < 0 ? (path, "") : (path[..end], path[end..]);
    }

    private static async Task<PytestResult> RunAsync(string target, ToolContext context, CancellationToken cancellationToken)
    {
        var pythons = PythonLocator.Candidates(context);
        if (pythons.Count == 0)
        {
            return PytestResult.Failed("Python is not installed. Install Python 3.11 or newer, with pytest.");
        }

        foreach (var python in pythons)
        {
            var result = await TryRunAsync(python, target, context, cancellationToken).ConfigureAwait(false);
            if (result is not null) return result;
        }

        return PytestResult.Failed(
            $"pytest is not installed for {string.Join(" or ", pythons.Select(python => python.Program))}. " +
            PythonLocator.InstallPytest);
    }

    // Null when this interpreter has no pytest.
    private static async Task<PytestResult?> TryRunAsync(
        CheckProgram python, string target, ToolContext context, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        string[] arguments =
        [
            "-m", "pytest", $"--junitxml={scratch.File(ReportFile)}", "-o", "junit_family=xunit1",
            "-p", "no:cacheprovider", "--color=no", "-q", "--", target,
        ];
        var pytest = python with { Name = "pytest" };
        var run = await CheckRun.OfAsync(pytest, arguments, context, cancellationToken).ConfigureAwait(false);
        if (run is CheckRun.Failed failed) return PytestResult.Failed(failed.Error);

        var done = (CheckRun.Done)run;
        var report = await scratch.ReadAsync(ReportFile, cancellationToken).ConfigureAwait(false);
        var isMissing = done.Output.StandardError.Contains("No module named pytest", StringComparison.Ordinal);
        return report is null && isMissing ? null : Read(done, report, target, context.Limits.MessageChars);
    }

    // Exit codes: 0 passed, 1 failures, 2 interrupted (also by collection errors), 3 internal error, 4 usage, 5 no tests.
    private static PytestResult Read(CheckRun.Done done, string? report, string target, int maxMessageChars)
    {
        if (done.Code == 5) return PytestResult.Failed($"pytest found no tests in '{target}'.");
        if (done.Code is not (0 or 1 or 2) || report is null || JunitXml.Read(report, maxMessageChars) is not { } read)
        {
            return PytestResult.Failed(done.Complaint);
        }

        var counts = TestCounts.Of(read.Tests);
        var interrupted = done.Code == 2 && counts.Errors == 0 ? "pytest was interrupted before all tests ran." : null;
        return new PytestResult(done.Code == 0, interrupted, counts, read.Duration, read.Tests);
    }
}
