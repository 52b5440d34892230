using System.Text;
using Punie.Agent.Workspace;
using Punie.Agent.Workspace.Undo;

namespace Punie.Agent.Tests.Workspace;

public sealed class UndoJournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _state = new();
    private readonly UndoJournal _journal;
    private readonly DiskWorkspace _workspace;

    public UndoJournalTests()
    {
        _journal = Journal(new UndoLimits());
        _workspace = new DiskWorkspace(_folder.FullPath, _journal);
    }

    public void Dispose()
    {
        _journal.Dispose();
        _state.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_turn_is_put_back_to_the_byte_with_its_permission_bits()
    {
        var bytes = new byte[] { 0xEF, 0xBB, 0xBF, (byte)'a', (byte)'\r', (byte)'\n', 0xFF, 0 };
        await File.WriteAllBytesAsync(_folder["run.sh"], bytes, TestContext.Current.CancellationToken);
        File.SetUnixFileMode(_folder["run.sh"],
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await TurnAsync("write", ("run.sh", "new"));
        File.SetUnixFileMode(_folder["run.sh"], UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var report = Undo();

        Assert.Equal([new UndoneFile("run.sh", UndoneKind.Restored)], report.Files);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder["run.sh"], TestContext.Current.CancellationToken));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(_folder["run.sh"]));
    }

    [Fact]
    public async Task A_file_that_the_turn_made_is_removed_with_the_folders_made_for_it()
    {
        _folder.Write("docs/old.md", "old");
        await TurnAsync("write", ("docs/new/deep/a.md", "a"), ("docs/new/b.md", "b"));

        var report = Undo();

        Assert.All(report.Files, file => Assert.Equal(UndoneKind.Removed, file.Kind));
        Assert.False(Directory.Exists(_folder["docs/new"]));
        Assert.Equal("old", Read("docs/old.md"));
    }

    [Fact]
    public async Task A_folder_with_something_else_in_it_stays()
    {
        await TurnAsync("write", ("new/a.md", "a"));
        _folder.Write("new/mine.md", "mine");

        Undo();

        Assert.Equal([_folder["new/mine.md"]], Directory.GetFiles(_folder["new"]));
    }

    [Fact]
    public async Task Several_writes_of_one_file_in_a_turn_are_undone_together()
    {
        _folder.Write("a.txt", "0");
        await TurnAsync("write", ("a.txt", "1"), ("a.txt", "2"));

        Undo();

        Assert.Equal("0", Read("a.txt"));
    }

    [Fact]
    public async Task Earlier_turns_follow_one_by_one()
    {
        await TurnAsync("first", ("a.txt", "1"));
        await TurnAsync("nothing written");
        await TurnAsync("second", ("a.txt", "2"));
        Assert.Equal(["second", "first"], _journal.Turns().Select(turn => turn.Label));

        Undo();
        Assert.Equal("1", Read("a.txt"));
        Undo();

        Assert.False(File.Exists(_folder["a.txt"]));
        Assert.Equal("there is nothing to undo", Assert.Throws<UndoException>(() => Undo()).Message);
    }

    [Fact]
    public async Task What_somebody_else_changed_is_kept_and_named_and_the_rest_put_back()
    {
        _folder.Write("a.txt", "0");
        _folder.Write("b.txt", "0");
        _folder.Write("c.txt", "0");
        await TurnAsync("write", ("a.txt", "1"), ("b.txt", "1"), ("c.txt", "1"));
        _folder.Write("a.txt", "mine");
        File.Delete(_folder["c.txt"]);

        var report = Undo();

        Assert.Equal(
            [
                new UndoneFile("a.txt", UndoneKind.Refused, "it was changed after the turn"),
                new UndoneFile("b.txt", UndoneKind.Restored),
                new UndoneFile("c.txt", UndoneKind.Refused, "it was deleted after the turn"),
            ],
            report.Files);
        Assert.Equal(("mine", "0"), (Read("a.txt"), Read("b.txt")));
        Assert.Equal(["a.txt", "c.txt"], Assert.Single(_journal.Turns()).Files.Select(file => file.Path));
    }

    [Fact]
    public async Task Force_overwrites_what_somebody_else_changed()
    {
        _folder.Write("a.txt", "0");
        await TurnAsync("write", ("a.txt", "1"), ("b.txt", "1"));
        _folder.Write("a.txt", "mine");
        _folder.Write("b.txt", "mine");

        Assert.True(_journal.Undo(null, force: true, _workspace).IsComplete);

        Assert.Equal("0", Read("a.txt"));
        Assert.False(File.Exists(_folder["b.txt"]));
    }

    [Fact]
    public async Task An_earlier_turn_can_be_named()
    {
        await TurnAsync("first", ("a.txt", "1"));
        await TurnAsync("second", ("b.txt", "1"));

        _journal.Undo(1, force: false, _workspace);

        Assert.False(File.Exists(_folder["a.txt"]));
        Assert.True(File.Exists(_folder["b.txt"]));
        Assert.Equal(
            "there is no turn 1 to undo; punie undo --list shows what there is",
            Assert.Throws<UndoException>(() => _journal.Undo(1, force: false, _workspace)).Message);
    }

    [Fact]
    public async Task A_kill_before_the_write_leaves_nothing_to_put_back()
    {
        _folder.Write("a.txt", "0");
        await TurnAsync("write", ("a.txt", "1"));
        _folder.Write("a.txt", "0");

        Assert.Equal([new UndoneFile("a.txt", UndoneKind.Unchanged)], Undo().Files);
    }

    [Fact]
    public async Task A_line_that_a_kill_has_torn_spoils_nothing()
    {
        _folder.Write("a.txt", "0");
        await TurnAsync("write", ("a.txt", "1"));
        _journal.Begin("next");
        var file = Assert.Single(Directory.GetFiles(_state.FullPath, "journal.jsonl", SearchOption.AllDirectories));
        await File.AppendAllTextAsync(file, "{\"kind\":\"write\",\"path\":\"b.t",
            TestContext.Current.CancellationToken);

        Assert.Equal([new UndoneFile("a.txt", UndoneKind.Restored)], Undo().Files);
    }

    [Fact]
    public async Task Another_process_does_not_undo_a_turn_that_is_running()
    {
        await TurnAsync("write", ("a.txt", "1"));
        using var other = Journal(new UndoLimits());

        Assert.Contains("another punie", Assert.Throws<UndoException>(() => other.Undo(null, force: false, _workspace))
            .Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_write_into_turns_of_their_own()
    {
        using var other = Journal(new UndoLimits());
        other.Begin("theirs");
        await TurnAsync("ours", ("a.txt", "1"));
        await new DiskWorkspace(_folder.FullPath, other)
            .WriteTextAsync("b.txt", "1", TestContext.Current.CancellationToken);

        Assert.Equal([(2, "theirs"), (1, "ours")], _journal.Turns().Select(turn => (turn.Number, turn.Label)));
    }

    [Fact]
    public async Task Old_turns_go_when_there_are_too_many()
    {
        using var journal = Journal(new UndoLimits { Turns = 2 });
        var workspace = new DiskWorkspace(_folder.FullPath, journal);
        foreach (var text in new[] { "1", "2", "3" })
        {
            journal.Begin(text);
            await workspace.WriteTextAsync("a.txt", text, TestContext.Current.CancellationToken);
        }

        Assert.Equal(["3", "2"], journal.Turns().Select(turn => turn.Label));
    }

    [Fact]
    public async Task A_file_whose_copy_cannot_be_kept_is_not_written()
    {
        _folder.Write("a.txt", "a long text");
        using var journal = Journal(new UndoLimits { Bytes = 5 });
        var workspace = new DiskWorkspace(_folder.FullPath, journal);

        var refused = await Assert.ThrowsAsync<WorkspaceException>(
            async () => await workspace.WriteTextAsync("a.txt", "new", TestContext.Current.CancellationToken));

        Assert.StartsWith(
            "'a.txt' was not written, because the copy that punie undo needs could not be kept: it has 11 bytes",
            refused.Message, StringComparison.Ordinal);
        Assert.Equal("a long text", Read("a.txt"));
    }

    [Fact]
    public async Task A_damaged_copy_is_not_put_back()
    {
        _folder.Write("a.txt", "0");
        await TurnAsync("write", ("a.txt", "1"));
        var copy = Assert.Single(Directory.GetFiles(_state.FullPath, "*.before", SearchOption.AllDirectories));
        await File.WriteAllTextAsync(copy, "x", TestContext.Current.CancellationToken);

        Assert.Equal([new UndoneFile("a.txt", UndoneKind.Refused, "its snapshot is damaged")], Undo().Files);
        Assert.Equal("1", Read("a.txt"));
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_copies()
    {
        _folder.Write("a.txt", "secret");
        await TurnAsync("write", ("a.txt", "1"));

        var copy = Assert.Single(Directory.GetFiles(_state.FullPath, "*.before", SearchOption.AllDirectories));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(copy));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Path.GetDirectoryName(copy)!));
    }

    [Fact]
    public async Task A_link_is_followed_to_the_file_that_was_written()
    {
        _folder.Write("real.txt", "0");
        File.CreateSymbolicLink(_folder["link.txt"], "real.txt");
        await TurnAsync("write", ("link.txt", "1"));

        Undo();

        Assert.Equal("real.txt", new FileInfo(_folder["link.txt"]).LinkTarget);
        Assert.Equal("0", Read("real.txt"));
    }

    [Fact]
    public async Task A_path_that_leads_out_of_the_workspace_by_now_is_refused()
    {
        await TurnAsync("write", ("sub/a.txt", "1"));
        using var outside = new TemporaryFolder();
        outside.Write("a.txt", "1");
        Directory.Delete(_folder["sub"], recursive: true);
        Directory.CreateSymbolicLink(_folder["sub"], outside.FullPath);

        Assert.Equal(UndoneKind.Refused, Assert.Single(Undo().Files).Kind);
        Assert.True(File.Exists(outside["a.txt"]));
    }

    [Fact]
    public async Task A_tool_cannot_write_to_the_journal()
    {
        using var journal =
            new UndoJournal(new StateFolder(_folder["state"]), _folder.FullPath, new UndoLimits(), TimeProvider.System);
        var workspace = new DiskWorkspace(_folder.FullPath, journal);

        var refused = await Assert.ThrowsAsync<WorkspaceException>(
            async () => await workspace.WriteTextAsync("state/undo/x", "new", TestContext.Current.CancellationToken));

        Assert.Equal(WorkspaceProblem.Forbidden, refused.Problem);
    }

    private UndoJournal Journal(UndoLimits limits) =>
        new(new StateFolder(_state.FullPath), _folder.FullPath, limits, TimeProvider.System);

    private async Task TurnAsync(string label, params (string Path, string Text)[] writes)
    {
        _workspace.BeginTurn(label);
        foreach (var (path, text) in writes)
            await _workspace.WriteTextAsync(path, text, TestContext.Current.CancellationToken);
    }

    private UndoReport Undo() => _journal.Undo(null, force: false, _workspace);

    private string Read(string path) => File.ReadAllText(_folder[path], Encoding.UTF8);
}
