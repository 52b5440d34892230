using Punie.Agent.LanguageServer;
using Punie.Agent.Tests.Tools.Checks;
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

        Assert.Equal(["git", "node", "python3", "pyright", "ruff", "pytest", "language server"],
            findings.Select(finding => finding.Name));
        Assert.All(findings, finding => Assert.Contains("nstall", finding.Advice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_that_does_not_start_does_not_work()
    {
        _bench.WriteEnvironment("ruff", "#!/bin/sh\nexit 1\n");

        var ruff = (await RunAsync()).Single(finding => finding.Name == "ruff");

        Assert.Equal($"'{_bench.Context.Workspace.Root}/.venv/bin/ruff' does not start. Install ruff again.",
            ruff.Advice);
    }

    [Fact]
    public async Task The_language_server_that_would_be_started_has_a_version()
    {
        await NeededPrograms.RequireAsync("pyright");

        var server = (await RunAsync())[^1];

        Assert.Equal(("pyright language server", true), (server.Name, server.Works));
        Assert.Matches(@"^\d+\.\d+", server.Version);
    }

    [Fact]
    public async Task The_checker_that_the_project_uses_is_the_one_that_is_shown()
    {
        _bench.WriteEnvironment("mypy", "#!/bin/sh\necho mypy 1.19.0\n");
        _bench.Folder.Write("mypy.ini", "[mypy]\n");

        var checker = (await RunAsync()).Single(finding => finding.UsedFor == "typecheck");

        Assert.Equal(("mypy", "1.19.0"), (checker.Name, checker.Version));
    }

    private Task<IReadOnlyList<ProgramFinding>> RunAsync() =>
        Diagnosis.RunAsync(_bench.Context, new LanguageServerSettings(), TestContext.Current.CancellationToken);
}
