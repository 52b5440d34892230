using System.Text.Json;
using Punie.Agent.Sessions;

namespace Punie.Agent.Tests.Sessions;

public sealed class SessionStoreTests : IDisposable
{
    private readonly SessionBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Every_entry_is_one_line_of_json_with_its_type_and_time()
    {
        using var session = _bench.Store.Create("scripted");
        await _bench.AskAsync(session, """
            {"code": "print(write_file('a.txt', 'x').success)"}
            {"text": "Written."}
            """, "Write x to a.txt.");
        session.UseModel("other");
        session.UseMode("plan");
        session.Note("undone");

        var lines = _bench.FileText().TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        var types = lines.Select(line => line.GetProperty("type").GetString()).ToList();
        Assert.Equal(["opened", "prompt", "instructed", "message"], types.Take(4));
        Assert.Equal(["answer", "ended", "model", "mode", "note"], types.TakeLast(5));
        Assert.Superset(new HashSet<string?> { "program", "effect", "called" }, types.ToHashSet());
        Assert.All(lines, line => Assert.EndsWith("Z", line.GetProperty("at").GetString(), StringComparison.Ordinal));
        Assert.Equal(1, lines[0].GetProperty("version").GetInt32());
    }

    [Fact]
    public void A_session_without_a_prompt_leaves_no_file()
    {
        _bench.Store.Create("router").Dispose();

        Assert.Empty(_bench.Files);
    }

    [Fact]
    public async Task Sessions_are_listed_last_used_first()
    {
        string first;
        using (var session = _bench.Store.Create("scripted"))
        {
            first = session.Id;
            await _bench.AskAsync(session, """{"text": "1"}""", "The first question.");
        }

        using (var session = _bench.Store.Create("router")) await _bench.AskAsync(session, """{"text": "2"}""",
            "The second question.");
        using (var again = _bench.Store.Resume(first).Session) await _bench.AskAsync(again, """{"text": "3"}""",
            "And another.");

        var listed = _bench.Store.List();
        Assert.Empty(listed.Problems);
        Assert.Equal(
            [("The first question.", 2, "scripted"), ("The second question.", 1, "router")],
            listed.Sessions.Select(one => (one.FirstPrompt, one.Turns, one.Model)));
    }

    [Fact]
    public async Task The_beginning_of_an_id_names_a_session_and_none_the_last_used()
    {
        using var session = _bench.Store.Create("scripted");
        await _bench.AskAsync(session, """{"text": "1"}""", "Hello?");
        session.Dispose();

        Assert.Equal(session.Id, _bench.Store.Read(session.Id[..3]).History.Opened.Id);
        Assert.Equal(session.Id, _bench.Store.Read(null).History.Opened.Id);
        var missing = Assert.Throws<SessionException>(() => _bench.Store.Read("nothing"));
        Assert.StartsWith("there is no session 'nothing' for ", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_open_in_one_process_only_and_can_be_read_meanwhile()
    {
        using var session = _bench.Store.Create("scripted");
        await _bench.AskAsync(session, """{"text": "1"}""", "Hello?");

        var refused = Assert.Throws<SessionException>(() => _bench.Open().Resume(session.Id));

        Assert.StartsWith($"session {session.Id} cannot be continued: it is open in another punie", refused.Message,
            StringComparison.Ordinal);
        Assert.Equal("Hello?", _bench.Open().Read(session.Id).History.Turns[0].Prompt);
    }

    [Fact]
    public async Task A_fork_names_its_origin_and_goes_its_own_way()
    {
        using var session = _bench.Store.Create("scripted");
        await _bench.AskAsync(session, """{"text": "One."}""", "First?");

        using var fork = _bench.Store.Fork(session.Id).Session;
        await _bench.AskAsync(fork, """{"text": "Two."}""", "Second?");

        Assert.Equal(session.Id, fork.History.Opened.ForkedFrom);
        Assert.Equal(["First?", "Second?"], fork.History.Turns.Select(turn => turn.Prompt));
        Assert.Equal(["First?"], _bench.Store.Read(session.Id).History.Turns.Select(turn => turn.Prompt));
    }

    [Fact]
    public async Task Only_the_person_can_read_a_session()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no such file modes");
        using var session = _bench.Store.Create("scripted");
        await _bench.AskAsync(session, """{"text": "1"}""", "A secret?");

        var file = Assert.Single(_bench.Files);
#pragma warning disable CA1416 // skipped on Windows above
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Path.GetDirectoryName(file)!));
#pragma warning restore CA1416
    }

    [Fact]
    public async Task A_session_that_cannot_be_saved_goes_on_in_memory_and_says_so_once()
    {
        _bench.BlockFolder();
        var said = new List<string>();
        using var session = _bench.Store.Create("scripted");
        session.Noticed = said.Add;

        await _bench.AskAsync(session, """{"text": "1"}""", "Hello?");

        Assert.StartsWith("the session cannot be saved, it goes on in memory only: ", Assert.Single(said),
            StringComparison.Ordinal);
        Assert.Equal("1", session.History.Turns[0].Answer);
    }

    [Fact]
    public void A_session_of_a_newer_program_is_refused_and_a_newer_entry_is_not()
    {
        const string Opened =
            """{"type":"opened","at":"2026-03-01T10:00:00.000Z","version":1,"id":"0a1b2c3d","workspace":"/w","model":"router"}""";
        const string Newer = """{"type":"dreamt","at":"2026-03-01T10:00:01.000Z","of":"sheep"}""";

        var read = ReadSession.From($"{Opened}\n{Newer}\n", "a.jsonl");
        var refused = Assert.Throws<SessionException>(
            () => ReadSession.From(Opened.Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal),
                "a.jsonl"));

        Assert.Equal(0, read.DamagedLines);
        Assert.Equal("a.jsonl was written by a newer punie (format 2, this one reads 1)", refused.Message);
    }
}
