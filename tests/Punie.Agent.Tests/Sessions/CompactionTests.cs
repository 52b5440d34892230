using Punie.Agent.Loop;
using Punie.Agent.Sessions;
using Punie.Chat.Scripted;

namespace Punie.Agent.Tests.Sessions;

public sealed class CompactionTests : IDisposable
{
    private static readonly ModelTraits Larger = new("scripted", SingleStep: false);
    private static readonly ModelTraits Router = new("router", SingleStep: true);

    private readonly SessionBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_model_summarises_and_the_newest_turns_stay_word_for_word()
    {
        using var session = Session(new SessionLimits { CompactAtChars = 1_000, KeptChars = 300, SummaryChars = 300 });
        await AskAsync(session, "First?", new string('a', 1_100));
        await AskAsync(session, "Second?", "Two.");
        Assert.True(session.NeedsCompaction);

        var report = await RunAsync(session, Larger,
            """{"text": "They asked one thing.", "expect": "Summarise our conversation"}""");

        Assert.Equal((1, SummaryAuthor.Model), (report?.Turns, report?.Author));
        Assert.Equal(
            ["They asked one thing.", "Second?", "Two."],
            session.Conversation.Messages.TakeLast(3).Select(message => message.Text));
        Assert.StartsWith("1 turn is summarised now, by the model (", report?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compacted_session_comes_back_as_it_was_and_its_file_keeps_everything()
    {
        using var session = Session(new SessionLimits { CompactAtChars = 1_000, KeptChars = 300, SummaryChars = 300 });
        await AskAsync(session, "First?", new string('a', 1_100));
        await AskAsync(session, "Second?", "Two.");
        await RunAsync(session, Larger, """{"text": "They asked one thing."}""");
        await AskAsync(session, "Third?", "Three.");
        var messages = session.Conversation.Messages.Select(message => $"{message.Role.Value} {message.Text}").ToList();
        session.Dispose();

        using var again = _bench.Open().Resume(null).Session;

        Assert.Equal(messages, again.Conversation.Messages.Select(message => $"{message.Role.Value} {message.Text}"));
        Assert.Equal(["First?", "Second?", "Third?"], again.History.Turns.Select(turn => turn.Prompt));
        Assert.Equal(["Second?", "Third?"], again.History.WholeTurns.Select(turn => turn.Prompt));
        Assert.Contains(new string('a', 1_100), _bench.FileText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error": "the window is full"}""")]
    [InlineData("""{"code": "print(1)"}""")]
    [InlineData("""{"text": "  "}""")]
    public async Task When_the_model_writes_no_summary_a_digest_stands_in(string reply)
    {
        using var session = Session(new SessionLimits());
        await AskAsync(session, "First?", "One.");

        var report = await RunAllAsync(session, Larger, reply);

        Assert.Equal(SummaryAuthor.Digest, report?.Author);
        Assert.Equal("- Asked: First?\n  Answer: One.", session.Conversation.Messages[^1].Text);
    }

    [Fact]
    public async Task A_digest_names_prompts_calls_effects_and_ends()
    {
        using var session = Session(new SessionLimits());
        await _bench.AskAsync(session, """
            {"code": "write_file('a.txt', 'x')\nprint('one')\nprint('two')\nprint('three')\nprint('four')"}
            {"text": "one\ntwo\nthree\nfour"}
            """, "Write\nit.");
        await _bench.AskAsync(session, """{"error": "down"}""", "And now?");

        await RunAllAsync(session, Router, "");

        Assert.Equal(
            """
            - Asked: Write it.
              Called: write_file("a.txt", "x")
              Done: Create a.txt (+1 -0)
              Answer: two / three / four
            - Asked: And now?
              Ended without an answer: ModelFailed
            """.ReplaceLineEndings("\n"),
            session.Conversation.Messages[^1].Text);
    }

    [Fact]
    public async Task A_digest_stays_in_its_bounds_and_loses_the_oldest_first()
    {
        using var session = Session(new SessionLimits { SummaryChars = 400 });
        for (var i = 0; i < 20; i++) await AskAsync(session, $"Question {i}?", $"Answer {i}.");

        await RunAllAsync(session, Router, "");
        await AskAsync(session, "The last?", "It is.");
        await RunAllAsync(session, Router, "");

        var summary = session.Conversation.Messages[^1].Text;
        Assert.InRange(summary.Length, 300, 400);
        Assert.StartsWith("(still earlier turns are left out)\n", summary, StringComparison.Ordinal);
        Assert.EndsWith("Answer 19.\n- Asked: The last?\n  Answer: It is.", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_summarise_changes_nothing()
    {
        using var session = Session(new SessionLimits());

        Assert.Null(await RunAllAsync(session, Router, ""));
        Assert.Null(await RunAsync(session, Router, ""));
    }

    [Fact]
    public void Limits_that_would_compact_every_turn_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new SessionLimits { CompactAtChars = 1_000, KeptChars = 900, SummaryChars = 200 }.Checked());

    private Session Session(SessionLimits limits) => _bench.Open(limits).Create("scripted");

    private Task AskAsync(Session session, string prompt, string answer) =>
        SessionBench.AskAsync(session,
            new Turn(Client($$"""{"text": "{{answer}}"}"""), Router, _bench.Loop.Runner, new TurnLimits()), prompt);

    private static Task<CompactionReport?> RunAsync(Session session, ModelTraits traits, string script) =>
        new Compaction(Client(script), traits).RunAsync(session, TestContext.Current.CancellationToken);

    private static Task<CompactionReport?> RunAllAsync(Session session, ModelTraits traits, string script) =>
        new Compaction(Client(script), traits).RunAllAsync(session, TestContext.Current.CancellationToken);

    private static ScriptedChatClient Client(string script) =>
        ScriptedChatClient.FromJsonLines(script, TimeProvider.System);
}
