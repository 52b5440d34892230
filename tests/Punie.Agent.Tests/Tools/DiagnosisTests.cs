using Punie.Agent.Tools;

namespace Punie.Agent.Tests.Tools;

public sealed class DiagnosisTests : IDisposable
{
    private readonly ToolBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_program_that_is_there_has_a_path_and_a_version()
    {
        var git = (await RunAsync()).Single(finding => finding.Name == "git");

        Assert.True(git.Works);
        Assert.EndsWith("/git", git.Path, StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+", git.Version);
    }

    [Fact]
    public async Task Programs_that_are_missing_come_with_advice()
    {
        _bench.HidePrograms();

        var findings = await RunAsync();

        Assert.Equal(["git", "node", "python3", "pyright", "ruff", "pytest"], findings.Select(finding => finding.Name));
        Assert.All(findings, finding => Assert.Contains("nstall", finding.Advice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_that_does_not_start_does_not_work()
    {
        _bench.Folder.WriteProgram(".venv/bin/ruff", "#!/bin/sh\nexit 1\n");

        var ruff = (await RunAsync()).Single(finding => finding.Name == "ruff");

        Assert.Equal($"'{_bench.Context.Workspace.Root}/.venv/bin/ruff' does not start. Install ruff again.", ruff.Advice);
    }

    private Task<IReadOnlyList<ProgramFinding>> RunAsync() =>
        Diagnosis.RunAsync(_bench.Context, TestContext.Current.CancellationToken);
}
