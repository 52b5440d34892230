using Microsoft.Extensions.AI;
using Punie.Agent.CodeMode;
using Punie.Agent.Loop;
using Punie.Agent.Permissions;
using Punie.Agent.Tools;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tests.Loop;

public sealed class TurnTests : IDisposable
{
    private readonly LoopBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_model_sees_what_its_program_printed_and_answers()
    {
        _bench.Tools.Folder.Write("notes.txt", "one\ntwo\n");

        var events = await _bench.RunAsync("""
            {"code": "print(len(read_file('notes.txt').splitlines()), 'lines')", "expect": "How long"}
            {"text": "It has two lines.", "expect": "2 lines"}
            """, "How long is notes.txt?");

        Assert.Equal(
            ["ModelReplied", "ProgramProposed", "ToolStarted", "ToolFinished", "ProgramOutput", "ModelReplied",
                "Answer", "Ended"],
            events.Where(happened => happened is not TurnEvent.ModelText).Select(happened => happened.GetType().Name));
        Assert.Equal(new TurnEvent.Answer("It has two lines.", IsProgramOutput: false), events[^2]);
        Assert.Equal(new TurnEvent.Ended(TurnEnd.Answered), events[^1]);
    }

    [Fact]
    public async Task A_direct_answer_ends_the_turn()
    {
        var events = await _bench.RunAsync("""{"text": "Hello there."}""");

        Assert.Equal("Hello there.", string.Concat(events.OfType<TurnEvent.ModelText>().Select(text => text.Text)));
        Assert.Equal("Hello there.", Assert.Single(events.OfType<TurnEvent.Answer>()).Text);
    }

    [Fact]
    public async Task The_conversation_keeps_every_message_in_order()
    {
        await _bench.RunAsync("""
            {"code": "print(1)"}
            {"text": "One."}
            """);

        Assert.Equal(
            [ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.Tool, ChatRole.Assistant],
            _bench.Conversation.Messages.Select(message => message.Role));
        var result = Assert.IsType<FunctionResultContent>(_bench.Conversation.Messages[3].Contents[0]);
        Assert.Equal(("call_1", "1\n"), (result.CallId, result.Result));
    }

    [Fact]
    public async Task A_program_that_would_fail_is_not_run_and_the_model_hears_why()
    {
        var events = await _bench.RunAsync("""
            {"code": "write_file('a.txt', 'x')\nprint(typecheck('.').errors_count)"}
            {"text": "Sorry.", "expect": "line 2: TypeCheckResult has no field errors_count; did you mean .error_count?"}
            """);

        Assert.Single(events.OfType<TurnEvent.ProgramRejected>());
        Assert.False(File.Exists(_bench.Tools.Folder["a.txt"]));
        Assert.Equal(TurnEnd.Answered, ((TurnEvent.Ended)events[^1]).End);
    }

    [Fact]
    public async Task An_exception_reaches_the_model_with_the_output_before_it()
    {
        var events = await _bench.RunAsync("""
            {"code": "print('before')\nprint({}['x'])"}
            {"text": "Done.", "expect": "before\nTraceback"}
            """);

        Assert.Equal("KeyError: 'x'", Assert.Single(events.OfType<TurnEvent.ProgramRaised>()).Error.LastLine);
        Assert.Equal("before\n", LoopBench.Output(events));
    }

    [Fact]
    public async Task A_program_that_prints_nothing_is_told_to_print()
    {
        var events = await _bench.RunAsync("""
            {"code": "x = 1"}
            {"text": "Done.", "expect": "The program printed nothing. Print what you need to see."}
            """);

        Assert.Equal(TurnEnd.Answered, ((TurnEvent.Ended)events[^1]).End);
    }

    [Fact]
    public async Task A_tool_that_could_not_run_is_told_even_when_the_program_did_not_look()
    {
        _bench.Tools.HidePrograms();

        var events = await _bench.RunAsync("""
            {"code": "print(ruff_check('.').violation_count)"}
            {"text": "Ruff is missing.", "expect": "0\nruff_check could not run: "}
            """);

        var finished = Assert.Single(events.OfType<TurnEvent.ToolFinished>());
        Assert.False(finished.Success);
        Assert.StartsWith("ruff_check could not run: ", finished.Problem, StringComparison.Ordinal);
        Assert.Equal(TurnEnd.Answered, ((TurnEvent.Ended)events[^1]).End);
    }

    [Fact]
    public async Task A_refused_write_does_not_happen_and_everybody_hears_of_it()
    {
        _bench.Tools.Denial = "not today";

        var events = await _bench.RunAsync("""
            {"code": "try:\n    write_file('a.txt', 'x')\nexcept Exception as e:\n    print(type(e).__name__)"}
            {"text": "Refused.", "expect": "PermissionError"}
            """);

        Assert.Equal("write_file", Assert.Single(events.OfType<TurnEvent.PermissionAsked>()).Request.Tool);
        Assert.Equal(new TurnEvent.PermissionDenied("write_file", "not today", Decider.Person),
            Assert.Single(events.OfType<TurnEvent.PermissionDenied>()));
        Assert.False(File.Exists(_bench.Tools.Folder["a.txt"]));
    }

    [Fact]
    public async Task The_same_program_with_the_same_outcome_is_told_once_and_then_stopped()
    {
        var events = await _bench.RunAsync("""
            {"code": "print(1)"}
            {"code": "print(1)"}
            {"code": "print(1)", "expect": "This is the same program with the same outcome as before."}
            {"text": "never asked for"}
            """);

        Assert.Equal(TurnEnd.Repeating, ((TurnEvent.Ended)events[^1]).End);
        Assert.Equal(3, events.OfType<TurnEvent.ProgramProposed>().Count());
    }

    [Fact]
    public async Task Steps_are_limited()
    {
        using var bench = new LoopBench { Limits = new TurnLimits { Steps = 2 } };

        var events = await bench.RunAsync("""
            {"code": "print(1)"}
            {"code": "print(2)"}
            {"text": "never asked for"}
            """);

        Assert.Equal(new TurnEvent.Ended(TurnEnd.OutOfSteps, "Stopped: no answer after 2 steps."), events[^1]);
    }

    [Fact]
    public async Task A_long_output_reaches_the_model_in_part_and_the_person_as_a_whole()
    {
        using var bench = new LoopBench { Limits = new TurnLimits { ObservationChars = 100 } };

        var events = await bench.RunAsync("""
            {"code": "print('a' * 5000 + 'z')"}
            {"text": "Long.", "expect": "[... 4,902 characters left out ...]"}
            """);

        Assert.Equal(5002, LoopBench.Output(events).Length);
    }

    [Fact]
    public async Task A_full_conversation_ends_the_turn_with_a_line()
    {
        using var bench = new LoopBench { Conversation = new Conversation(mostChars: 10) };

        var events = await bench.RunAsync("""{"text": "never asked for"}""");

        Assert.Equal(new TurnEvent.Ended(TurnEnd.ConversationFull, "The conversation is full; start a new one."),
            events[^1]);
    }

    [Fact]
    public async Task A_failing_server_is_one_clear_line()
    {
        var events = await _bench.RunAsync("""{"error": "out of memory"}""");

        Assert.Equal(new TurnEvent.Ended(TurnEnd.ModelFailed, "out of memory"), Assert.Single(events));
    }

    [Fact]
    public async Task A_program_in_plain_text_gets_its_output_as_the_next_message()
    {
        var events = await _bench.RunAsync("""
            {"text": "```python\nprint(read_file('a.txt'))\n```"}
            {"text": "There is no such file.", "expect": "Output of the program:\nTraceback"}
            """);

        Assert.Equal(ChatRole.User, _bench.Conversation.Messages[^2].Role);
        Assert.Equal(TurnEnd.Answered, ((TurnEvent.Ended)events[^1]).End);
    }

    [Fact]
    public async Task A_program_that_never_ends_is_stopped_with_its_output_kept()
    {
        using var bench = new LoopBench { SingleStep = true, CodeLimits = CodeLimits.Default with { Steps = 10_000 } };

        var events = await bench.RunAsync("""{"code": "print('start')\nwhile True:\n    pass"}""");

        var stopped = Assert.Single(events.OfType<TurnEvent.ProgramStopped>());
        Assert.Equal((Limit.Steps, "The program was stopped: it reached its limit of 10,000 steps."),
            (stopped.Limit, stopped.Message));
        Assert.Equal(new TurnEvent.Answer("start\n", IsProgramOutput: true), events[^2]);
        Assert.Equal(new TurnEvent.Ended(TurnEnd.ProgramStopped), events[^1]);
    }

    [Fact]
    public async Task What_a_single_step_models_program_prints_is_the_answer()
    {
        using var bench = new LoopBench { SingleStep = true };

        var events = await bench.RunAsync("""{"code": "print('42')", "expect": "Do it."}""");

        Assert.Equal(new TurnEvent.Answer("42\n", IsProgramOutput: true), events[^2]);
        Assert.Equal(
            ["user: Do it.", "assistant", "tool: 42\n", "assistant: The output above is the answer."],
            bench.Conversation.Messages.Select(LoopBench.Line));
    }

    [Fact]
    public async Task A_cancelled_turn_leaves_a_conversation_that_can_go_on()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var turn = _bench.Turn("""
            {"code": "run_command('sleep 600')"}
            {"text": "Hello.", "expect": "Are you there?"}
            """);

        await foreach (var happened in turn.RunAsync(_bench.Conversation, "Sleep.", cancel.Token))
        {
            if (happened is TurnEvent.ToolStarted) await cancel.CancelAsync();
        }

        await _bench.EventsAsync(turn, "Are you there?", TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                "user: Sleep.", "assistant", "tool: No result. The person stopped this turn.",
                "assistant: The person stopped this turn.",
                "user: Are you there?", "assistant: Hello.",
            ],
            _bench.Conversation.Messages.Skip(1).Select(LoopBench.Line));
    }

    [Fact]
    public async Task A_turn_without_a_reply_leaves_a_conversation_that_can_go_on()
    {
        await _bench.RunAsync("""{"error": "out of memory"}""");

        Assert.Equal(
            ["user: Do it.", "assistant: Not answered: the model could not be reached."],
            _bench.Conversation.Messages.Skip(1).Select(LoopBench.Line));
    }

    [Fact]
    public async Task Cancelling_stops_the_program_and_what_it_started()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var turn = _bench.Turn("""{"code": "print('started')\nrun_command('sleep 600')"}""");
        var events = new List<TurnEvent>();

        await foreach (var happened in turn.RunAsync(_bench.Conversation, "Sleep.", cancel.Token))
        {
            events.Add(happened);
            if (happened is TurnEvent.ToolStarted) await cancel.CancelAsync();
        }

        Assert.Equal(new TurnEvent.Ended(TurnEnd.Cancelled), events[^1]);
        Assert.Equal("started\n", LoopBench.Output(events));
    }

    [Fact]
    public async Task A_reader_that_leaves_early_leaves_nothing_running()
    {
        var turn = _bench.Turn("""{"code": "while True:\n    print('x' * 100)"}""");

        await foreach (var happened in turn.RunAsync(_bench.Conversation, "Go.", TestContext.Current.CancellationToken))
        {
            if (happened is TurnEvent.ProgramOutput) break;
        }

        Assert.Equal("assistant: The person stopped this turn.", LoopBench.Line(_bench.Conversation.Messages[^1]));
    }

    [Fact]
    public async Task Every_call_of_a_reply_is_answered()
    {
        await _bench.RunAsync("""
            {"calls": [{"tool": "execute_code", "arguments": {"code": "print(1)"}}, {"tool": "execute_cod", "arguments": {}}, {"tool": "execute_code", "arguments": {"code": "print(2)"}}]}
            {"text": "Done."}
            """);

        var results = _bench.Conversation.Messages[3].Contents.Cast<FunctionResultContent>();
        Assert.Equal(
            [("call_1_1", "1\n"),
                ("call_1_2", """{"error":"there is no function execute_cod; did you mean execute_code?"}"""),
                ("call_1_3", "2\n")],
            results.Select(result => (result.CallId, (string)result.Result!)));
    }

    [Fact]
    public async Task A_proposal_runs_nothing()
    {
        using var model = Punie.Chat.Scripted.ScriptedChatClient.FromJsonLines(
            """{"code": "print(write_file('a.txt', 'x'))"}""", TimeProvider.System);

        var proposal = await Proposal.AskAsync(
            model, new ModelTraits("m", SingleStep: true), new(BuiltInTools.Create(), "Write."),
            TestContext.Current.CancellationToken);

        Assert.Equal("print(write_file('a.txt', 'x'))", proposal.Program);
        Assert.Equal("write_file", Assert.Single(proposal.Facts!.Calls).Tool);
        Assert.Equal("scripted", proposal.Model);
        Assert.False(File.Exists(_bench.Tools.Folder["a.txt"]));
    }
}
