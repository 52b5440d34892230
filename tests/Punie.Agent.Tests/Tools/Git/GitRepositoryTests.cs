using Punie.Agent.Tools.Git;

namespace Punie.Agent.Tests.Tools.Git;

/// <summary>The states that a repository and its files can be in.</summary>
public sealed class GitRepositoryTests : IDisposable
{
    private readonly GitBench _git = new();

    public void Dispose() => _git.Dispose();

    [Fact]
    public async Task Changes_since_the_last_commit_are_staged_and_unstaged_together()
    {
        await _git.InitAsync("staged.py", "unstaged.py", "both.py");
        _git.Folder.Write("staged.py", "first\nstaged.py\nmore\n");
        _git.Folder.Write("both.py", "first\none\n");
        await _git.GitAsync("add", ".");
        _git.Folder.Write("both.py", "first\ntwo\n");
        _git.Folder.Write("unstaged.py", "first\n");

        Assert.Equal(["both.py", "unstaged.py"], Files(await _git.DiffAsync()));
        Assert.Equal(["both.py", "staged.py"], Files(await _git.DiffAsync(".", true)));
        var all = await _git.DiffAsync(".", false, "HEAD");
        Assert.Equal(["both.py", "staged.py", "unstaged.py"], Files(all));
        Assert.Equal(["@@ -1,2 +1,2 @@\n first\n-both.py\n+two"], all.Files[0].Hunks);
    }

    [Fact]
    public async Task Changes_can_be_asked_for_since_any_commit()
    {
        await _git.InitAsync("a.py");
        await _git.GitAsync("tag", "v1");
        _git.Folder.Write("b.py", "x\n");
        await _git.GitAsync("add", ".");
        await _git.GitAsync("commit", "--quiet", "-m", "second");

        Assert.Equal(["b.py"], Files(await _git.DiffAsync(".", false, "v1")));
        Assert.Equal(["b.py"], Files(await _git.DiffAsync(".", true, "HEAD~1")));
        Assert.Empty((await _git.DiffAsync(".", false, "HEAD")).Files);
    }

    [Theory]
    [InlineData("--output=x", "'--output=x' is not one commit; pass \"HEAD\", a branch, a tag or a hash.")]
    [InlineData("main..other", "'main..other' is not one commit; pass \"HEAD\", a branch, a tag or a hash.")]
    [InlineData("nowhere", "git failed with exit code 128: fatal: bad revision 'nowhere'")]
    public async Task What_is_no_commit_is_refused(string since, string error)
    {
        await _git.InitAsync("a.py");

        Assert.Equal(error, (await _git.DiffAsync(".", false, since)).ParseError);
    }

    [Fact]
    public async Task Before_the_first_commit_all_that_is_known_is_new()
    {
        await _git.GitAsync("init", "--quiet");
        _git.Folder.Write("a.py", "one\n");
        await _git.GitAsync("add", ".");
        _git.Folder.Write("a.py", "one\ntwo\n");
        _git.Folder.Write("unknown.py", "");

        Assert.Equal([("a.py", 2)], (await _git.DiffAsync(".", false, "HEAD"))
            .Files.Select(file => (file.File, file.Additions)));
        Assert.Equal([("a.py", 1)], (await _git.DiffAsync(".", true))
            .Files.Select(file => (file.File, file.Additions)));
        Assert.Equal(
            [("a.py", "added", true), ("a.py", "modified", false), ("unknown.py", "untracked", false)],
            (await _git.StatusAsync()).Files.Select(file => (file.File, file.Status, file.Staged)));
        Assert.Equal((true, 0), ((await _git.LogAsync()).Success, (await _git.LogAsync()).Commits.Count));
    }

    [Fact]
    public async Task Ignored_files_are_shown_on_request_and_do_not_count()
    {
        await _git.InitAsync("a.py");
        _git.Folder.Write(".git/info/exclude", "build/\n*.log\n");
        _git.Folder.Write("build/one.o", "");
        _git.Folder.Write("build/two.o", "");
        _git.Folder.Write("run.log", "");

        Assert.Equivalent(GitStatusResult.Of([]), await _git.StatusAsync(), strict: true);
        var all = await _git.StatusAsync(".", true);
        Assert.Equal((true, 0), (all.Clean, all.FileCount));
        Assert.Equal([("build/", "ignored"), ("run.log", "ignored")],
            all.Files.Select(file => (file.File, file.Status)));
        Assert.Equal(["build/"], (await _git.StatusAsync("build", true)).Files.Select(file => file.File));
    }

    [Theory]
    [InlineData("a b.py")]
    [InlineData("tab\there.py")]
    [InlineData("line\nbreak.py")]
    [InlineData("quote\"d.py")]
    [InlineData("back\\slash.py")]
    [InlineData("-dash.py")]
    [InlineData(":colon.py")]
    [InlineData("star*[x].py")]
    [InlineData("ü é 日本.py")]
    [InlineData("=> arrow.py")]
    public async Task Any_name_is_told_as_it_is(string name)
    {
        await _git.InitAsync("plain.py", $"moved/{name}");
        _git.Folder.Write("plain.py", "x\n");
        _git.Folder.Write(name, "new\n");
        await _git.GitAsync("add", "--",
            $"./{name.Replace("*", "\\*", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal)}");
        await _git.GitAsync("mv", "--", $"moved/{name}", "moved/away.py");

        Assert.Contains(new GitFileStatus(name, "added", Staged: true), (await _git.StatusAsync()).Files);
        Assert.Contains(new GitFileStatus("moved/away.py", "renamed", Staged: true), (await _git.StatusAsync()).Files);
        var diff = await _git.DiffAsync(".", true);
        Assert.Equal(
            [("moved/away.py", 0), (name, 1)],
            diff.Files.OrderBy(file => file.Additions).Select(file => (file.File, file.Additions)));
        Assert.Equal(name, Assert.Single((await _git.DiffAsync(name, true)).Files).File);
        Assert.Equal(["first"], (await _git.LogAsync($"moved/{name}")).Commits.Select(commit => commit.Message));
    }

    [Fact]
    public async Task Every_kind_of_change_has_its_lines_and_hunks()
    {
        await _git.InitAsync("gone.py", "mode.sh", "ending.py", "dashes.txt", "old.py");
        await File.WriteAllBytesAsync(_git.Folder["data.bin"], [0, 1, 2], TestContext.Current.CancellationToken);
        await _git.GitAsync("add", ".");
        await _git.GitAsync("commit", "--quiet", "-m", "second");
        File.Delete(_git.Folder["gone.py"]);
        File.SetUnixFileMode(_git.Folder["mode.sh"], (UnixFileMode)Convert.ToInt32("755", 8));
        _git.Folder.Write("ending.py", "first\nending.py");
        _git.Folder.Write("dashes.txt",
            "--- a/x\n+++ b/x\n@@ -1 +1 @@\nBinary files x and y differ\n* Unmerged path x\n");
        await File.WriteAllBytesAsync(_git.Folder["data.bin"], [0, 9, 9, 9], TestContext.Current.CancellationToken);
        _git.Folder.Write("empty.py", "");
        await _git.GitAsync("mv", "old.py", "new.py");
        await _git.GitAsync("add", ".");

        var files = (await _git.DiffAsync(".", true)).Files;

        Assert.Equal(
            [
                ("dashes.txt", 5, 2, 1), ("data.bin", 0, 0, 1), ("empty.py", 0, 0, 0), ("ending.py", 1, 1, 1),
                ("gone.py", 0, 2, 1), ("mode.sh", 0, 0, 0), ("new.py", 0, 0, 0),
            ],
            files.Select(file => (file.File, file.Additions, file.Deletions, file.Hunks.Count)));
        Assert.EndsWith("+--- a/x\n++++ b/x\n+@@ -1 +1 @@\n+Binary files x and y differ\n+* Unmerged path x",
            files[0].Hunks[0], StringComparison.Ordinal);
        Assert.EndsWith("\n\\ No newline at end of file", files[3].Hunks[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_kind_of_conflict_is_one_file_in_every_question()
    {
        await _git.InitAsync("both.py", "theirs-gone.py", "ours-gone.py");
        await _git.GitAsync("checkout", "--quiet", "-b", "other");
        _git.Folder.Write("both.py", "other\n");
        _git.Folder.Write("ours-gone.py", "other\n");
        _git.Folder.Write("added.py", "other\n");
        await _git.GitAsync("rm", "--quiet", "theirs-gone.py");
        await _git.GitAsync("add", ".");
        await _git.GitAsync("commit", "--quiet", "-m", "other");
        await _git.GitAsync("checkout", "--quiet", "main");
        _git.Folder.Write("both.py", "main\n");
        _git.Folder.Write("theirs-gone.py", "main\n");
        _git.Folder.Write("added.py", "main\n");
        await _git.GitAsync("rm", "--quiet", "ours-gone.py");
        await _git.GitAsync("add", ".");
        await _git.GitAsync("commit", "--quiet", "-m", "main");
        await _git.Tools.RunAsync("sh", "-c", "git merge --quiet other >/dev/null; test $? = 1");

        string[] all = ["added.py", "both.py", "ours-gone.py", "theirs-gone.py"];
        Assert.Equal(all.Select(file => (file, "conflicted")), (await _git.StatusAsync())
            .Files.Select(file => (file.File, file.Status)).Order());
        Assert.Equal(all, Files(await _git.DiffAsync()).Order());
        Assert.Equal(all, Files(await _git.DiffAsync(".", true)).Order());
        var since = await _git.DiffAsync(".", false, "HEAD");
        Assert.Null(since.ParseError);
        Assert.Contains("both.py", Files(since));
    }

    [Fact]
    public async Task A_copy_that_the_project_asks_git_to_find_is_a_copy()
    {
        await _git.InitAsync("a.py");
        await _git.GitAsync("config", "status.renames", "copies");
        File.Copy(_git.Folder["a.py"], _git.Folder["b.py"]);
        _git.Folder.Write("a.py", "first\na.py\nmore\n");
        await _git.GitAsync("add", ".");

        var status = await _git.StatusAsync();

        Assert.Equal(2, status.FileCount);
        Assert.Contains(status.Files, file => file is { File: "b.py", Status: "copied" or "added", Staged: true });
    }

    [Fact]
    public async Task A_detached_head_is_as_good_as_a_branch()
    {
        await _git.InitAsync("a.py");
        await _git.GitAsync("checkout", "--quiet", "--detach");
        _git.Folder.Write("a.py", "x\n");

        Assert.Equal(["a.py"], (await _git.StatusAsync()).Files.Select(file => file.File));
        Assert.Equal(["a.py"], Files(await _git.DiffAsync(".", false, "HEAD")));
        Assert.Equal(["first"], (await _git.LogAsync()).Commits.Select(commit => commit.Message));
    }

    [Fact]
    public async Task A_worktree_has_its_own_changes()
    {
        await _git.InitAsync("a.py");
        await _git.GitAsync("worktree", "add", "--quiet", "-b", "side", "side");
        _git.Folder.Write("side/a.py", "x\n");
        _git.MoveTo("side");

        Assert.Equal([new GitFileStatus("a.py", "modified", Staged: false)], (await _git.StatusAsync()).Files);
        Assert.Equal(["a.py"], Files(await _git.DiffAsync()));
        Assert.Equal(["first"], (await _git.LogAsync()).Commits.Select(commit => commit.Message));
    }

    [Fact]
    public async Task A_submodule_is_one_changed_file_outside_and_a_repository_inside()
    {
        using var library = new GitBench();
        await library.InitAsync("lib.py");
        await _git.InitAsync("a.py");
        await _git.GitAsync("submodule", "--quiet", "add", library.Root, "lib");
        await _git.GitAsync("commit", "--quiet", "-m", "second");
        _git.Folder.Write("lib/lib.py", "x\n");

        Assert.Equal([new GitFileStatus("lib", "modified", Staged: false)], (await _git.StatusAsync()).Files);
        Assert.Equal(["lib"], Files(await _git.DiffAsync()));
        _git.MoveTo("lib");
        Assert.Equal([new GitFileStatus("lib.py", "modified", Staged: false)], (await _git.StatusAsync()).Files);
        Assert.Equal(["lib.py"], Files(await _git.DiffAsync()));
        Assert.Equal(["first"], (await _git.LogAsync()).Commits.Select(commit => commit.Message));
    }

    [Fact]
    public async Task A_repository_without_files_beside_it_is_no_work_tree()
    {
        await _git.GitAsync("init", "--quiet", "--bare");

        Assert.Contains("must be run in a work tree", (await _git.StatusAsync()).ParseError, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Files(GitDiffResult diff) => diff.Files.Select(file => file.File);
}
