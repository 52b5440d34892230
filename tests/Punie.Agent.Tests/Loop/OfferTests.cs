using Punie.Agent.Loop;
using Punie.Agent.Permissions;
using Punie.Agent.Tests.Permissions;

namespace Punie.Agent.Tests.Loop;

/// <summary>Edits that a turn's calls only showed, and what becomes of them at its end.</summary>
public sealed class OfferTests
{
    private const string Source = "def total(cart):\n    return cart\n\n\nprint(total(1))\n";
    private const string Renamed = "def price(cart):\n    return cart\n\n\nprint(price(1))\n";
    private const string Rename = "renamed = cst_rename('a.py', 'total', 'price')\\nprint(renamed.modified_source)";
    private const string Import = "print(cst_add_import('a.py', 'import json').modified_source)";

    [Fact]
    public async Task A_person_is_asked_behind_the_answer_and_has_it_written()
    {
        var person = new ScriptedApprover(new ApproverAnswer.Once());
        using var bench = Bench(person);

        var events = await RunAsync(bench, Rename);

        Assert.Equal(Renamed, Text(bench));
        var asked = Assert.Single(person.Seen);
        Assert.Equal(("cst_rename", "Write these 2 changes in a.py", true), (asked.Tool, asked.Summary, asked.IsOffer));
        Assert.Contains("+def price(cart):", Assert.IsType<RequestedChange.FileChange>(asked.Change).Diff,
            StringComparison.Ordinal);
        Assert.Equal(["EditOffered", "ProgramOutput", "Answer", "EditSettled", "Ended"],
            events.SkipWhile(happened => happened is not TurnEvent.EditOffered)
                .Select(happened => happened.GetType().Name).Distinct());
        Assert.Equal(new EditOutcome.Written(Decider.Person), Outcome(events));
        Assert.EndsWith("The person saw the change and had it written: a.py\n",
            LoopBench.Line(bench.Conversation.Messages[^2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_of_one_file_says_which_others_use_the_name()
    {
        using var bench = Bench(new ScriptedApprover(new ApproverAnswer.Reject(null)));
        bench.Tools.Folder.Write("b.py", "from a import total\n\nprint(total(2))\n");
        bench.Tools.Folder.Write("c.py", "def total():\n    return 1\n");

        var events = await RunAsync(bench, Rename);

        var edit = Assert.Single(events.OfType<TurnEvent.EditOffered>()).Edit;
        Assert.Equal(["a.py"], edit.Paths);
        Assert.Equal(
            "b.py uses 'total' too and keeps it; ask to rename it everywhere to change all of them.", edit.Remark);
    }

    [Fact]
    public async Task The_answer_has_been_read_when_the_question_comes()
    {
        var person = new WatchingApprover();
        using var bench = Bench(person);

        await foreach (var happened in bench.Turn($$"""{"code": "{{Rename}}"}""")
            .RunAsync(bench.Conversation, "Rename it.", TestContext.Current.CancellationToken))
            person.Read.Add(happened);

        Assert.IsType<TurnEvent.Answer>(person.LastRead);
    }

    [Fact]
    public async Task No_leaves_the_file_and_the_model_hears_why()
    {
        using var bench = Bench(new ScriptedApprover(new ApproverAnswer.Reject("cost is better")));

        var events = await RunAsync(bench, Rename);

        Assert.Equal(Source, Text(bench));
        Assert.Equal(new EditOutcome.Refused(Decider.Person, "the person said no: cost is better"), Outcome(events));
        Assert.Contains("not written: the person said no: cost is better",
            LoopBench.Line(bench.Conversation.Messages[^2]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PermissionMode.Plan, DecidedBy.Mode)]
    [InlineData(PermissionMode.Ask, DecidedBy.Nobody)]
    public async Task Without_a_person_nothing_is_written(PermissionMode mode, DecidedBy by)
    {
        using var bench = Bench(null, mode);

        var events = await RunAsync(bench, Rename);

        Assert.Equal(by, Assert.IsType<EditOutcome.Refused>(Outcome(events)).By.Kind);
        Assert.Equal(Source, Text(bench));
        Assert.Equal(new TurnEvent.Ended(TurnEnd.Answered), events[^1]);
    }

    [Theory]
    [InlineData(PermissionMode.AutoEdit)]
    [InlineData(PermissionMode.Auto)]
    public async Task A_mode_that_writes_asks_nobody(PermissionMode mode)
    {
        using var bench = Bench(null, mode);

        var events = await RunAsync(bench, Rename);

        Assert.Equal(new EditOutcome.Written(Decider.Of(mode)), Outcome(events));
        Assert.Equal(Renamed, Text(bench));
    }

    [Fact]
    public async Task A_rule_that_denies_wins()
    {
        var rule = Requests.Rule("deny cst_rename: path in [a.py]");
        using var bench = Bench(null, PermissionMode.Auto, rule);

        var events = await RunAsync(bench, Rename);

        Assert.Equal(
            new EditOutcome.Refused(Decider.Of(rule), "the rule 'deny cst_rename: path in [a.py]' forbids it"),
            Outcome(events));
        Assert.Equal(Source, Text(bench));
    }

    [Fact]
    public async Task Edits_of_one_file_are_one_question_and_all_are_written()
    {
        var person = new ScriptedApprover(new ApproverAnswer.Once());
        using var bench = Bench(person);

        var events = await RunAsync(bench,
            "print(cst_rename('a.py', 'total.cart', 'box').diff)\\nprint(cst_rename('a.py', 'total', 'price').diff)");

        Assert.Equal("def price(box):\n    return box\n\n\nprint(price(1))\n", Text(bench));
        Assert.Equal("Write these 4 changes in a.py", Assert.Single(person.Seen).Summary);
        Assert.Equal(2, events.OfType<TurnEvent.EditSettled>().Count());
    }

    [Fact]
    public async Task Each_tool_has_its_own_question()
    {
        var person = new ScriptedApprover(new ApproverAnswer.Reject(null), new ApproverAnswer.Once());
        using var bench = Bench(person);
        bench.Tools.Folder.Write("b.py", "x = 1\n");

        await RunAsync(bench, Rename + "\\nprint(cst_add_import('b.py', 'import json').modified_source)");

        Assert.Equal(["Write these 2 changes in a.py", "Write this change in b.py"],
            person.Seen.Select(request => request.Summary));
        Assert.Equal((Source, "import json\n\nx = 1\n"), (Text(bench), Text(bench, "b.py")));
    }

    [Fact]
    public async Task A_file_that_changes_while_the_person_decides_is_not_written()
    {
        using var bench = Bench(null);
        var person = new WatchingApprover { WhenAsked = () => bench.Tools.Folder.Write("a.py", "x = 1\n") };
        bench.Tools.Context = bench.Tools.Context with { Permissions = Policy(person, PermissionMode.Ask) };

        var events = await RunAsync(bench, Rename);

        Assert.Equal(
            new EditOutcome.Failed(
                "'a.py' has changed since it was read, so nothing was written; call the tool again"),
            Outcome(events));
        Assert.Equal("x = 1\n", Text(bench));
    }

    [Theory]
    [InlineData(Rename + "\\ncst_rename('a.py', 'total', 'price', write=True)")]
    [InlineData(Rename + "\\nwrite_file('a.py', 'x = 1')")]
    [InlineData("write_file('a.py', 'def total(): pass')\\n" + Rename)]
    [InlineData(Rename + "\\nraise ValueError('no')")]
    [InlineData(Rename + "\\nwhile True:\\n    pass")]
    public async Task What_the_program_wrote_itself_or_did_not_finish_is_not_offered(string program)
    {
        using var bench = new LoopBench
        {
            SingleStep = true,
            CodeLimits = Punie.Agent.CodeMode.CodeLimits.Default with { Steps = 10_000 },
        };
        bench.Tools.Folder.Write("a.py", Source);

        var events = await RunAsync(bench, program);

        Assert.Equal(new EditOutcome.Withdrawn(), Outcome(events));
        Assert.True(events.FindIndex(happened => happened is TurnEvent.EditSettled)
            < events.FindIndex(happened => happened is TurnEvent.Answer));
    }

    [Theory]
    [InlineData("print(cst_rename('a.py', 'total', 'total').modified_source)")]
    [InlineData("print(cst_rename('a.py', 'missing', 'price').parse_error)")]
    [InlineData("print(cst_add_import('a.py', 'from a import b').import_added, cst_rename('b.py', 'x', 'y').success)")]
    public async Task What_changes_nothing_is_not_offered(string program)
    {
        var person = new ScriptedApprover();
        using var bench = Bench(person);
        bench.Tools.Folder.Write("a.py", "from a import b\n" + Source);

        var events = await RunAsync(bench, program);

        Assert.Empty(events.OfType<TurnEvent.EditOffered>());
        Assert.Empty(person.Seen);
    }

    [Fact]
    public async Task A_model_with_more_steps_is_told_with_its_own_answer_and_its_last_word_on_a_subject_counts()
    {
        var person = new ScriptedApprover(new ApproverAnswer.Once());
        using var bench = new LoopBench();
        bench.Tools.Folder.Write("a.py", Source);
        bench.Tools.Context = bench.Tools.Context with { Permissions = Policy(person, PermissionMode.Ask) };

        var events = await bench.RunAsync($$"""
            {"code": "print(cst_rename('a.py', 'total', 'net').diff)"}
            {"code": "{{Rename}}"}
            {"text": "This is the rename."}
            """);

        Assert.Equal(Renamed, Text(bench));
        Assert.Equal([new EditOutcome.Withdrawn(), new EditOutcome.Written(Decider.Person)],
            events.OfType<TurnEvent.EditSettled>().Select(settled => settled.Outcome));
        Assert.Equal(
            "assistant: This is the rename.\n\n(The person saw the change and had it written: a.py)",
            LoopBench.Line(bench.Conversation.Messages[^1]));
    }

    [Fact]
    public async Task What_a_model_that_can_write_only_showed_is_never_written_without_a_person()
    {
        using var bench = new LoopBench { Mode = ToolsMode.Native };
        bench.Tools.Folder.Write("a.py", Source);
        bench.Tools.Context = bench.Tools.Context with { Permissions = Policy(null, PermissionMode.Auto) };

        var events = await bench.RunAsync("""
            {"tool": "cst_rename", "arguments": {"file_path": "a.py", "old_name": "total", "new_name": "price"}}
            {"text": "Two places would change."}
            """);

        Assert.Equal(DecidedBy.Nobody, Assert.IsType<EditOutcome.Refused>(Outcome(events)).By.Kind);
        Assert.Equal(Source, Text(bench));
    }

    [Fact]
    public async Task A_cancel_at_the_question_writes_nothing_and_keeps_what_was_printed()
    {
        using var cancel = new CancellationTokenSource();
        using var bench = Bench(new WatchingApprover { WhenAsked = cancel.Cancel });

        var events = await bench.EventsAsync(bench.Turn($$"""{"code": "{{Import}}"}"""), "Add it.", cancel.Token);

        Assert.Equal(TurnEnd.Cancelled, Assert.IsType<TurnEvent.Ended>(events[^1]).End);
        Assert.Equal(Source, Text(bench));
        Assert.Contains(bench.Conversation.Messages,
            message => LoopBench.Line(message).Contains("import json", StringComparison.Ordinal));
    }

    private static LoopBench Bench(IApprover? person, PermissionMode mode = PermissionMode.Ask,
        params PermissionRule[] rules)
    {
        var bench = new LoopBench { SingleStep = true };
        bench.Tools.Folder.Write("a.py", Source);
        bench.Tools.Context = bench.Tools.Context with { Permissions = Policy(person, mode, rules) };
        return bench;
    }

    private static PermissionPolicy Policy(IApprover? person, PermissionMode mode, params PermissionRule[] rules) =>
        new(mode, rules, person);

    private static Task<List<TurnEvent>> RunAsync(LoopBench bench, string program) =>
        bench.RunAsync($$"""{"code": "{{program}}"}""");

    private static EditOutcome Outcome(IEnumerable<TurnEvent> events) =>
        Assert.Single(events.OfType<TurnEvent.EditSettled>()).Outcome;

    private static string Text(LoopBench bench, string path = "a.py") => File.ReadAllText(bench.Tools.Folder[path]);

    /// <summary>Says yes, and remembers what had been read by then.</summary>
    private sealed class WatchingApprover : IApprover
    {
        public List<TurnEvent> Read { get; } = [];

        public TurnEvent? LastRead { get; private set; }

        public Action WhenAsked { get; init; } = () => { };

        public ValueTask<ApproverAnswer> AskAsync(
            PermissionRequest request, PermissionGrant offered, CancellationToken cancellationToken)
        {
            LastRead = Read.LastOrDefault();
            WhenAsked();
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult<ApproverAnswer>(new ApproverAnswer.Once());
        }

        public ValueTask<ProgramAnswer> PreviewAsync(
            ProgramPreview preview, PermissionRequest first, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
