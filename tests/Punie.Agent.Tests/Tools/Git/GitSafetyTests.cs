using Punie.Agent.Processes;
using Punie.Agent.Tools.Git;

namespace Punie.Agent.Tests.Tools.Git;

/// <summary>Neither the person's settings nor a stranger's repository change what is told or start a program.</summary>
public sealed class GitSafetyTests : IDisposable
{
    private readonly GitBench _git = new();

    public void Dispose() => _git.Dispose();

    public static TheoryData<string, string> Settings() => new()
    {
        { "core.pager", "false" },
        { "pager.diff", "false" },
        { "color.ui", "always" },
        { "color.diff", "always" },
        { "core.quotePath", "true" },
        { "diff.noprefix", "true" },
        { "diff.mnemonicPrefix", "true" },
        { "diff.external", "false" },
        { "diff.renames", "false" },
        { "diff.context", "0" },
        { "diff.interHunkContext", "50" },
        { "diff.algorithm", "patience" },
        { "diff.relative", "false" },
        { "diff.suppressBlankEmpty", "true" },
        { "diff.submodule", "log" },
        { "diff.ignoreSubmodules", "all" },
        { "diff.colorMoved", "zebra" },
        { "diff.wordRegex", "." },
        { "status.renames", "false" },
        { "status.showUntrackedFiles", "no" },
        { "status.branch", "true" },
        { "status.showStash", "true" },
        { "status.short", "true" },
        { "log.date", "relative" },
        { "log.decorate", "full" },
        { "log.showSignature", "true" },
        { "format.pretty", "oneline" },
        { "log.abbrevCommit", "true" },
        { "i18n.logOutputEncoding", "ISO-8859-1" },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Settings_do_not_change_what_is_told(string name, string value)
    {
        await ChangesAsync();
        var before = await AllAsync();
        Assert.Equal(4, ((GitStatusResult)before[0]).FileCount);

        await _git.GitAsync("config", name, value);

        Assert.Equivalent(before, await AllAsync(), strict: true);
    }

    [Theory]
    [InlineData("core.fsmonitor", "TRAP")]
    [InlineData("core.hooksPath", "HOOKS")]
    [InlineData("core.pager", "TRAP")]
    [InlineData("diff.external", "TRAP")]
    [InlineData("diff.trap.command", "TRAP")]
    [InlineData("diff.trap.textconv", "TRAP")]
    [InlineData("filter.trap.clean", "TRAP")]
    [InlineData("filter.trap.process", "TRAP")]
    [InlineData("filter.lfs.clean", "git-lfs clean; TRAP")]
    [InlineData("gpg.program", "TRAP")]
    [InlineData("alias.status", "!TRAP")]
    public async Task A_strangers_repository_starts_no_program(string name, string value)
    {
        await ChangesAsync();
        using var trace = new Punie.Agent.Tests.Workspace.TemporaryFolder();
        foreach (var hook in new[] { "trap", "post-index-change", "pre-commit", "reference-transaction" })
            trace.WriteProgram($"hooks/{hook}", $"#!/bin/sh\ntouch '{trace["sprung"]}'\ncat\n");
        _git.Folder.Write(".gitattributes", "*.py diff=trap filter=trap\n*.txt filter=lfs\n");
        var trap = trace["hooks/trap"];
        await _git.GitAsync("config", name, value.Replace("TRAP", trap, StringComparison.Ordinal)
            .Replace("HOOKS", trace["hooks"], StringComparison.Ordinal));
        await _git.GitAsync("config", "log.showSignature", "true");
        await _git.GitAsync("config", "filter.trap.required", "true");

        var results = await AllAsync();

        Assert.Null(((GitStatusResult)results[0]).ParseError);
        Assert.False(File.Exists(trace["sprung"]), $"{name} was started");
    }

    [Fact]
    public async Task A_submodules_settings_start_no_program_either()
    {
        using var library = new GitBench();
        await library.InitAsync("lib.py");
        await _git.InitAsync("a.py");
        await _git.GitAsync("submodule", "--quiet", "add", library.Root, "lib");
        _git.Folder.WriteProgram("trap", $"#!/bin/sh\ntouch '{_git.Root}/sprung'\n");
        await _git.GitAsync("-C", "lib", "config", "core.fsmonitor", $"{_git.Root}/trap");
        _git.Folder.Write("lib/lib.py", "x\n");

        await _git.StatusAsync();
        await _git.DiffAsync(".", false, "HEAD");

        Assert.False(File.Exists(_git.Folder["sprung"]));
    }

    [Fact]
    public async Task Missing_objects_are_not_fetched_with_what_the_repository_names()
    {
        await _git.InitAsync("a.py");
        _git.Folder.WriteProgram("trap", $"#!/bin/sh\ntouch '{_git.Root}/sprung'\n");
        foreach (var (name, value) in new[]
        {
            ("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin"),
            ("remote.origin.promisor", "true"),
            ("remote.origin.url", "ssh://nowhere.invalid/x"), ("core.sshCommand", $"{_git.Root}/trap"),
        })
        {
            await _git.GitAsync("config", name, value);
        }

        _git.Folder.Write("a.py", "x\n");
        await _git.Tools.RunAsync("sh", "-c", "rm -f .git/objects/$(git rev-parse HEAD:a.py | sed 's,^..,&/,')");

        Assert.False((await _git.DiffAsync()).Success);
        Assert.False(File.Exists(_git.Folder["sprung"]));
    }

    [Theory]
    [InlineData("GIT_DIR", "/nonexistent")]
    [InlineData("GIT_WORK_TREE", "/")]
    [InlineData("GIT_INDEX_FILE", "/nonexistent")]
    [InlineData("GIT_OBJECT_DIRECTORY", "/nonexistent")]
    [InlineData("GIT_LITERAL_PATHSPECS", "1")]
    [InlineData("GIT_EXTERNAL_DIFF", "false")]
    [InlineData("GIT_DIFF_OPTS", "-u0")]
    [InlineData("GIT_PAGER", "false")]
    public async Task Variables_of_the_environment_do_not_change_what_is_told(string name, string value)
    {
        await ChangesAsync();
        var before = await AllAsync();
        _git.Tools.Context =
            _git.Tools.Context with { Processes = new WithVariable(_git.Tools.Context.Processes, name, value) };

        Assert.Equivalent(before, await AllAsync(), strict: true);
    }

    private async Task ChangesAsync()
    {
        await _git.InitAsync("a.py", "old ü.py", "data.txt");
        _git.Folder.Write("a.py", "first\n\na.py\nmore\n");
        _git.Folder.Write("data.txt", "x\n");
        await _git.GitAsync("mv", "old ü.py", "new ü.py");
        _git.Folder.Write("unknown.txt", "x\n");
    }

    private async Task<object[]> AllAsync() =>
        [await _git.StatusAsync(), await _git.DiffAsync(), await _git.DiffAsync(".", false, "HEAD"),
            await _git.LogAsync()];

    /// <summary>Starts programs as a parent would that has a variable set.</summary>
    private sealed class WithVariable(IProcessRunner inner, string name, string value) : IProcessRunner
    {
        public string? Find(string program, string workingDirectory) => inner.Find(program, workingDirectory);

        public Task<ProcessOutcome> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
        {
            var all = new Dictionary<string, string?>(request.Environment, StringComparer.Ordinal);
            all.TryAdd(name, value);
            return inner.RunAsync(request with { Environment = all }, cancellationToken);
        }
    }
}
