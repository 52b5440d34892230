using Punie.Agent.Tools.Git;

namespace Punie.Agent.Tests.Tools.Git;

public sealed class GitToolTests : IDisposable
{
    private readonly ToolBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_clean_repository_is_clean()
    {
        await RepositoryAsync();

        Assert.Equivalent(GitStatusResult.Of([]), await StatusAsync(), strict: true);
    }

    [Fact]
    public async Task Status_tells_staged_from_unstaged_and_untracked()
    {
        await RepositoryAsync("both.py", "staged.py", "gone.py");
        _bench.Folder.Write("staged.py", "new\n");
        _bench.Folder.Write("both.py", "one\n");
        await GitAsync("add", ".");
        _bench.Folder.Write("both.py", "two\n");
        File.Delete(_bench.Folder["gone.py"]);
        _bench.Folder.Write("fresh/ü x.py", "");

        var status = await StatusAsync();

        Assert.Equal(4, status.FileCount);
        Assert.Equal(
            [
                new GitFileStatus("both.py", "modified", Staged: true),
                new GitFileStatus("both.py", "modified", Staged: false),
                new GitFileStatus("gone.py", "deleted", Staged: false),
                new GitFileStatus("staged.py", "modified", Staged: true),
                new GitFileStatus("fresh/ü x.py", "untracked", Staged: false),
            ],
            status.Files);
    }

    [Fact]
    public async Task A_renamed_file_is_one_change()
    {
        await RepositoryAsync("old name.py", "other.py");
        await GitAsync("mv", "old name.py", "new name.py");
        _bench.Folder.Write("other.py", "changed\n");

        Assert.Equal(
            [new GitFileStatus("new name.py", "renamed", Staged: true),
                new GitFileStatus("other.py", "modified", Staged: false)],
            (await StatusAsync()).Files);
    }

    [Fact]
    public async Task A_conflict_is_seen_by_status_and_diff()
    {
        await ConflictAsync();

        Assert.Equal([new GitFileStatus("a.py", "conflicted", Staged: false)], (await StatusAsync()).Files);
        var file = Assert.Single((await DiffAsync(".", false)).Files);
        Assert.Contains("<<<<<<<", Assert.Single(file.Hunks), StringComparison.Ordinal);
        Assert.Equal("a.py", Assert.Single((await DiffAsync(".", true)).Files).File);
    }

    [Fact]
    public async Task A_path_limits_status_diff_and_log()
    {
        await RepositoryAsync("src/a.py", "tests/b.py");
        _bench.Folder.Write("src/a.py", "x\n");
        _bench.Folder.Write("tests/b.py", "x\n");
        await GitAsync("commit", "--quiet", "-m", "tests only", "tests");

        Assert.Equal("src/a.py", Assert.Single((await StatusAsync("src")).Files).File);
        Assert.Equal("src/a.py", Assert.Single((await DiffAsync("src", false)).Files).File);
        Assert.Equal(["first"], (await LogAsync("src")).Commits.Select(commit => commit.Message));
    }

    [Fact]
    public async Task A_workspace_below_the_top_of_its_repository_shows_its_own_paths()
    {
        await RepositoryAsync("inner/a.py", "outer.py");
        _bench.Folder.Write("inner/a.py", "x\n");
        _bench.Folder.Write("outer.py", "x\n");
        using var inner = new ToolBench();
        inner.Context =
            _bench.Context with { Workspace = new Punie.Agent.Workspace.DiskWorkspace(_bench.Folder["inner"]) };

        Assert.Equal("a.py", Assert.Single((await inner.CallAsync<GitStatusResult>(new GitStatusTool())).Files).File);
        Assert.Equal("a.py", Assert.Single((await inner.CallAsync<GitDiffResult>(new GitDiffTool())).Files).File);
    }

    [Fact]
    public async Task Diff_counts_lines_and_gives_the_hunks()
    {
        await RepositoryAsync("a.py");
        _bench.Folder.Write("a.py", "first\nchanged\n--- not a header\ndiff --git a/x b/x\n");

        var diff = await DiffAsync(".", false);

        Assert.Equal((1, 3, 1), (diff.FileCount, diff.Additions, diff.Deletions));
        Assert.Equal(
            ["@@ -1,2 +1,4 @@\n first\n-a.py\n+changed\n+--- not a header\n+diff --git a/x b/x"],
            Assert.Single(diff.Files).Hunks);
    }

    [Fact]
    public async Task Diff_understands_renames_deletions_binary_files_and_other_alphabets()
    {
        await RepositoryAsync("old.py", "gone.py", "ключ.py", "z.bin");
        await GitAsync("mv", "old.py", "new.py");
        await GitAsync("rm", "--quiet", "gone.py");
        _bench.Folder.Write("ключ.py", "first\nключ.py\nmore\n");
        await File.WriteAllBytesAsync(_bench.Folder["z.bin"], [0, 1, 2, 0], TestContext.Current.CancellationToken);
        await GitAsync("add", ".");

        var diff = await DiffAsync(".", true);

        Assert.Equal(
            [("gone.py", 0, 2), ("new.py", 0, 0), ("z.bin", 0, 0), ("ключ.py", 1, 0)],
            diff.Files.Select(file => (file.File, file.Additions, file.Deletions)));
        Assert.Empty(diff.Files[1].Hunks);
        Assert.Equal(["Binary files a/z.bin and b/z.bin differ"], diff.Files[2].Hunks);
    }

    [Fact]
    public async Task A_file_that_became_a_link_is_one_file()
    {
        await RepositoryAsync("a.py", "b.py", "c.py");
        File.Delete(_bench.Folder["a.py"]);
        File.CreateSymbolicLink(_bench.Folder["a.py"], "b.py");
        _bench.Folder.Write("c.py", "x\n");

        var diff = await DiffAsync(".", false);

        Assert.Equal([("a.py", 2), ("c.py", 1)], diff.Files.Select(file => (file.File, file.Hunks.Count)));
        Assert.Equal("typechange", (await StatusAsync()).Files[0].Status);
    }

    [Fact]
    public async Task A_long_patch_is_cut_with_a_mark_and_counted_in_full()
    {
        await RepositoryAsync("a.py");
        _bench.Folder.Write("a.py", string.Concat(Enumerable.Repeat("x = 1\n", 1_000)));
        _bench.Context = _bench.Context with { Limits = _bench.Context.Limits with { PatchChars = 100 } };

        var file = Assert.Single((await DiffAsync(".", false)).Files);

        Assert.Equal(1_000, file.Additions);
        Assert.EndsWith("\n[the rest is left out: the patch is too long]", Assert.Single(file.Hunks),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_without_a_commit_has_an_empty_log_and_staged_files()
    {
        await GitAsync("init", "--quiet");
        _bench.Folder.Write("a.py", "x\n");
        await GitAsync("add", ".");

        Assert.Equivalent(new GitLogResult(Success: true, ParseError: null, []), await LogAsync(), strict: true);
        Assert.Equal([new GitFileStatus("a.py", "added", Staged: true)], (await StatusAsync()).Files);
        Assert.Equal((1, 1), ((await DiffAsync(".", true)).FileCount, (await DiffAsync(".", true)).Additions));
    }

    [Fact]
    public async Task Log_gives_the_newest_first_with_its_author_and_date()
    {
        await RepositoryAsync("a.py");
        await GitAsync(
            "commit", "--quiet", "--allow-empty", "--author=Åsa | B <b@example.invalid>",
            "--date=2026-03-02T09:15:00+01:00", "-m", "Add \"quotes\" | and\ttabs\n\nBody.");

        var log = await LogAsync(".", 1L);

        var commit = Assert.Single(log.Commits);
        Assert.Equal(
            ("Add \"quotes\" | and\ttabs", "Åsa | B", "2026-03-02T09:15:00+01:00", 40),
            (commit.Message, commit.Author, commit.Date, commit.Hash.Length));
    }

    [Fact]
    public async Task A_count_of_nothing_raises()
    {
        Assert.Equal("ValueError: count must be 1 to 1000, not 0", await _bench.RaisedAsync(new GitLogTool(), ".", 0L));
    }

    [Fact]
    public async Task A_folder_that_is_no_repository_says_so()
    {
        const string Message = "The workspace is not a git repository. Run 'git init' there first.";

        Assert.Equivalent(GitStatusResult.Failed(Message), await StatusAsync(), strict: true);
        Assert.Equivalent(GitDiffResult.Failed(Message), await DiffAsync(".", false), strict: true);
        Assert.Equivalent(GitLogResult.Failed(Message), await LogAsync(), strict: true);
    }

    [Fact]
    public async Task A_missing_git_says_what_to_install()
    {
        _bench.HidePrograms();

        var status = await StatusAsync();

        Assert.Equivalent(
            GitStatusResult.Failed("git is not installed. Install it, for example with 'apt-get install git'."),
            status, strict: true);
    }

    [Fact]
    public async Task A_path_outside_is_refused()
    {
        await RepositoryAsync();

        Assert.Equal(
            "'../x' is outside the workspace; use a path relative to its root.", (await StatusAsync("../x"))
                .ParseError);
    }

    [Fact]
    public async Task Looking_does_not_run_what_the_repository_configures()
    {
        await RepositoryAsync("a.py");
        _bench.Folder.WriteProgram("hook", "#!/bin/sh\ntouch trace\n");
        await GitAsync("config", "core.fsmonitor", "./hook");
        await GitAsync("config", "diff.external", "./hook");
        _bench.Folder.Write("a.py", "x\n");
        File.Delete(_bench.Folder["trace"]);

        await StatusAsync();
        await DiffAsync(".", false);

        Assert.False(File.Exists(_bench.Folder["trace"]));
    }

    private Task GitAsync(params string[] arguments) =>
        _bench.RunAsync("git", ["-c", "init.defaultBranch=main", .. arguments]);

    private async Task RepositoryAsync(params string[] files)
    {
        await GitAsync("init", "--quiet");
        foreach (var file in files) _bench.Folder.Write(file, $"first\n{file}\n");
        await GitAsync("add", ".");
        await GitAsync("commit", "--quiet", "--allow-empty", "-m", "first");
    }

    private async Task ConflictAsync()
    {
        await RepositoryAsync("a.py");
        await GitAsync("checkout", "--quiet", "-b", "other");
        _bench.Folder.Write("a.py", "other\n");
        await GitAsync("commit", "--quiet", "-am", "other");
        await GitAsync("checkout", "--quiet", "main");
        _bench.Folder.Write("a.py", "main\n");
        await GitAsync("commit", "--quiet", "-am", "main");
        await _bench.RunAsync("sh", "-c", "git merge --quiet other; test $? = 1");
    }

    private Task<GitStatusResult> StatusAsync(params object?[] path) =>
        _bench.CallAsync<GitStatusResult>(new GitStatusTool(), path);

    private Task<GitDiffResult> DiffAsync(string path, bool staged) =>
        _bench.CallAsync<GitDiffResult>(new GitDiffTool(), path, staged);

    private Task<GitLogResult> LogAsync(params object?[] arguments) =>
        _bench.CallAsync<GitLogResult>(new GitLogTool(), arguments);
}
