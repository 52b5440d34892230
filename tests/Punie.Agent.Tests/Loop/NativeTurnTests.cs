using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Punie.Agent.Loop;
using Punie.Agent.NativeMode;
using Punie.Agent.Permissions;
using Punie.Agent.Tools;
using Punie.Chat.Scripted;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tests.Loop;

/// <summary>Turns in which the model calls the tools as functions.</summary>
public sealed class NativeTurnTests : IDisposable
{
    private readonly LoopBench _bench = new() { Mode = ToolsMode.Native };

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_call_gets_its_result_as_json_under_its_own_id()
    {
        _bench.Tools.Folder.Write("a.txt", "grün\n");

        var events = await _bench.RunAsync("""
            {"tool": "read_file", "arguments": {"path": "a.txt"}}
            {"text": "It says grün.", "expect": "grün"}
            """);

        Assert.Equal(
            ["ModelReplied", "CallsProposed", "ToolStarted", "ToolFinished", "ModelReplied", "Answer", "Ended"],
            events.Where(happened => happened is not TurnEvent.ModelText).Select(happened => happened.GetType().Name));
        var result = Assert.IsType<FunctionResultContent>(Assert.Single(_bench.Conversation.Messages[3].Contents));
        Assert.Equal(("call_1", """{"result":"grün\n"}"""), (result.CallId, result.Result));
        Assert.Equal("read_file(\"a.txt\")", Assert.Single(events.OfType<TurnEvent.ToolStarted>()).Call);
        Assert.Equal(
            """{"path":"a.txt"}""",
            Assert.Single(Assert.Single(events.OfType<TurnEvent.CallsProposed>()).Calls).ArgumentsAsJson()
                .ToJsonString());
    }

    [Fact]
    public async Task The_model_is_given_one_function_for_each_tool_with_the_tools_schema()
    {
        var model = new ListeningModel();

        await _bench.EventsAsync(_bench.Turn(model), "Hello.", TestContext.Current.CancellationToken);

        var functions = model.Options!.Tools!.Cast<AIFunctionDeclaration>().ToList();
        Assert.Equal(_bench.Catalog.Callable.Select(tool => tool.Name), functions.Select(function => function.Name));
        Assert.Equal(
            _bench.Catalog.Callable.Select(tool => (tool.Summary, ToolJsonSchema.Input(tool).GetRawText())),
            functions.Select(function => (function.Description, function.JsonSchema.GetRawText())));
        Assert.Equal(NativePrompt.Rules, _bench.Conversation.Messages[0].Text);
    }

    [Fact]
    public async Task Both_ways_together_are_one_function_more_and_the_stubs()
    {
        using var bench = new LoopBench { Mode = ToolsMode.Both };
        var model = new ListeningModel();

        await bench.EventsAsync(bench.Turn(model), "Hello.", TestContext.Current.CancellationToken);

        Assert.Equal(["execute_code", "read_file"], model.Options!.Tools!.Take(2).Select(tool => tool.Name));
        Assert.Contains("def read_file(path: str) -> str", bench.Conversation.Messages[0].Text,
            StringComparison.Ordinal);
        Assert.EndsWith(NativePrompt.AlsoFunctions, bench.Conversation.Messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_may_mix_programs_and_calls()
    {
        using var bench = new LoopBench { Mode = ToolsMode.Both };
        bench.Tools.Folder.Write("a.txt", "one");

        await bench.RunAsync("""
            {"calls": [{"tool": "read_file", "arguments": {"path": "a.txt"}}, {"tool": "execute_code", "arguments": {"code": "write_file('a.txt', 'two')\nprint('ok')"}}, {"tool": "read_file", "arguments": {"path": "a.txt"}}]}
            {"text": "Done."}
            """);

        Assert.Equal(
            ["""{"result":"one"}""", "ok\n", """{"result":"two"}"""],
            bench.Conversation.Messages[3].Contents.Cast<FunctionResultContent>()
                .Select(result => (string)result.Result!));
    }

    [Fact]
    public async Task Reads_run_together_and_an_effect_waits_for_them_and_runs_alone()
    {
        var log = new ConcurrentQueue<string>();
        using var together = new CountdownEvent(2);
        using var bench = new LoopBench
        {
            Mode = ToolsMode.Native,
            Catalog =
                new ToolCatalog(
                [new MeetingTool("look", ToolEffect.Read, together, log),
                new MeetingTool("change", ToolEffect.Write, null, log)]),
        };

        var events = await bench.RunAsync("""
            {"calls": [{"tool": "look", "arguments": {}}, {"tool": "look", "arguments": {}}, {"tool": "change", "arguments": {}}, {"tool": "change", "arguments": {}}]}
            {"text": "Done.", "expect": "done"}
            """);

        // The two looks can only end when both have begun.
        Assert.Equal(
            ["look begins", "look begins", "look ends", "look ends", "change begins", "change ends", "change begins",
            "change ends"], log);
        Assert.Equal([1, 2, 3, 4], events.OfType<TurnEvent.ToolFinished>().Select(finished => finished.Id).Order());
    }

    [Fact]
    public async Task A_refused_write_is_an_error_result_and_does_not_happen()
    {
        _bench.Tools.Denial = "not today";

        var events = await _bench.RunAsync("""
            {"tool": "write_file", "arguments": {"path": "a.txt", "content": "x"}}
            {"text": "Refused.", "expect": "{\"error\":\"PermissionError: "}
            """);

        Assert.Equal("write_file", Assert.Single(events.OfType<TurnEvent.PermissionAsked>()).Request.Tool);
        Assert.Equal(new TurnEvent.PermissionDenied("write_file", "not today", Decider.Person),
            Assert.Single(events.OfType<TurnEvent.PermissionDenied>()));
        Assert.False(Assert.Single(events.OfType<TurnEvent.ToolFinished>()).Success);
        Assert.False(File.Exists(_bench.Tools.Folder["a.txt"]));
    }

    [Theory]
    [InlineData("read_fil", "{}", "there is no function read_fil; did you mean read_file?")]
    [InlineData("execute_code", """{"code": "1"}""",
        "there is no function execute_code; call one of those that you were given")]
    [InlineData("read_file", "{}", "TypeError: read_file() missing required argument: 'path'")]
    [InlineData("git_log", """{"cuont": 3}""",
        "TypeError: git_log() got an unexpected argument 'cuont'; did you mean count?")]
    [InlineData("git_log", """{"verbosity": 3}""",
        "TypeError: git_log() got an unexpected argument 'verbosity'; it takes path, count")]
    [InlineData("git_log", """{"count": "three"}""",
        "TypeError: git_log() argument 'count' must be int, not \"three\"")]
    [InlineData("git_log", """{"count": 2.5}""", "TypeError: git_log() argument 'count' must be int, not 2.5")]
    [InlineData("read_file", """{"path": 7}""", "TypeError: read_file() argument 'path' must be str, not 7")]
    public async Task A_wrong_call_is_one_line_that_says_how_to_put_it_right(string tool, string arguments,
        string error)
    {
        await _bench.RunAsync($$"""
            {"tool": "{{tool}}", "arguments": {{arguments}}}
            {"text": "Done."}
            """);

        Assert.Equal(error, Result(3).GetProperty("error").GetString());
    }

    [Fact]
    public async Task The_same_calls_with_the_same_results_are_told_once_and_then_stopped()
    {
        _bench.Tools.Folder.Write("a.txt", "x");

        var events = await _bench.RunAsync("""
            {"tool": "read_file", "arguments": {"path": "a.txt"}}
            {"tool": "read_file", "arguments": {"path": "a.txt"}}
            {"tool": "read_file", "arguments": {"path": "a.txt"}, "expect": "These are the same calls with the same results as before."}
            {"text": "never asked for"}
            """);

        Assert.Equal(TurnEnd.Repeating, ((TurnEvent.Ended)events[^1]).End);
        Assert.Equal(ChatRole.Tool, _bench.Conversation.Messages[^2].Role);
    }

    [Fact]
    public async Task A_long_result_is_cut_and_is_still_json()
    {
        using var bench =
            new LoopBench { Mode = ToolsMode.Native, Limits = new TurnLimits { ObservationChars = 3_000 } };
        bench.Tools.Folder.Write("a.txt", new string('a', 9_000) + "z");

        await bench.RunAsync("""
            {"tool": "read_file", "arguments": {"path": "a.txt"}}
            {"text": "Long.", "expect": "characters left out ..."}
            """);

        var text = (string)((FunctionResultContent)bench.Conversation.Messages[3].Contents[0]).Result!;
        Assert.InRange(text.Length, 1_000, 3_000);
        using var json = JsonDocument.Parse(text);
        Assert.EndsWith("z", json.RootElement.GetProperty("result").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_beyond_the_limit_of_a_reply_are_not_run()
    {
        using var bench = new LoopBench { Mode = ToolsMode.Native, Limits = new TurnLimits { CallsPerReply = 1 } };

        var events = await bench.RunAsync("""
            {"calls": [{"tool": "git_status", "arguments": {}}, {"tool": "git_status", "arguments": {}}]}
            {"text": "Done.", "expect": "not run: one reply may make 1 calls; make this one in the next reply"}
            """);

        Assert.Single(events.OfType<TurnEvent.ToolStarted>());
    }

    [Fact]
    public async Task A_call_that_a_server_left_in_the_text_counts()
    {
        _bench.Tools.Folder.Write("a.txt", "x");

        var events = await _bench.RunAsync("""
            {"text": "<tool_call>\n{\"name\": \"read_file\", \"arguments\": {\"path\": \"a.txt\"}}\n</tool_call>"}
            {"text": "It says x.", "expect": "Results of the calls:\n{\"result\":\"x\"}"}
            """);

        Assert.Equal(TurnEnd.Answered, ((TurnEvent.Ended)events[^1]).End);
    }

    [Fact]
    public async Task A_fenced_program_in_an_answer_is_not_run()
    {
        var events = await _bench.RunAsync("""{"text": "Write this:\n```python\nprint(read_file('a.txt'))\n```"}""");

        Assert.Single(events.OfType<TurnEvent.Answer>());
        Assert.Empty(events.OfType<TurnEvent.ToolStarted>());
    }

    [Fact]
    public async Task A_cancelled_turn_answers_every_call_so_that_the_session_can_go_on()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var turn =
            _bench.Turn(
            """{"calls": [{"tool": "read_file", "arguments": {"path": "a.txt"}}, {"tool": "run_command", "arguments": {"command": "sleep 600"}}]}""");
        var events = new List<TurnEvent>();
        _bench.Tools.Folder.Write("a.txt", "x");

        await foreach (var happened in turn.RunAsync(_bench.Conversation, "Sleep.", cancel.Token))
        {
            events.Add(happened);
            if (happened is TurnEvent.ToolStarted { Tool: "run_command" }) await cancel.CancelAsync();
        }

        Assert.Equal(new TurnEvent.Ended(TurnEnd.Cancelled), events[^1]);
        Assert.Equal(
            ["tool: {\"result\":\"x\"}", "tool: No result. The person stopped this turn.",
                "assistant: The person stopped this turn."],
            _bench.Conversation.Messages.Skip(3).Select(LoopBench.Line));
    }

    [Fact]
    public void A_single_step_model_cannot_call_functions()
    {
        using var bench = new LoopBench { Mode = ToolsMode.Native, SingleStep = true };

        Assert.Throws<ArgumentException>(() => bench.Turn(""));
    }

    [Fact]
    public async Task A_proposal_shows_calls_as_the_program_that_would_do_the_same()
    {
        using var model = ScriptedChatClient.FromJsonLines(
            """{"calls": [{"tool": "git_status", "arguments": {}}, {"tool": "git_log", "arguments": {"count": 3}}]}""",
            TimeProvider.System);

        var proposal = await Proposal.AskAsync(
            model, new ModelTraits("m", SingleStep: false) { Tools = ToolsMode.Native },
            new Question(_bench.Catalog, "What changed?"), TestContext.Current.CancellationToken);

        Assert.Equal("print(git_status())\nprint(git_log(count=3))", proposal.Program);
        Assert.Equal(["git_status", "git_log"], proposal.Facts!.Calls.Select(call => call.Tool));
    }

    private JsonElement Result(int message)
    {
        using var json =
            JsonDocument.Parse((string)((FunctionResultContent)_bench.Conversation.Messages[message].Contents[0])
            .Result!);
        return json.RootElement.Clone();
    }

    /// <summary>Answers at once and remembers what it was offered.</summary>
    private sealed class ListeningModel : IChatClient
    {
        public ChatOptions? Options { get; private set; }

        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null,
            CancellationToken cancellationToken = default) =>
                GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Options = options;
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, "Hello.");
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }

    /// <summary>Ends when as many calls have begun as it waits for.</summary>
    private sealed class MeetingTool(string name, ToolEffect effect, CountdownEvent? together,
        ConcurrentQueue<string> log) : Tool
    {
        public override string Name => name;

        public override string Summary => "Waits for company.";

        public override IReadOnlyList<ToolParameter> Parameters => [];

        public override ToolType Result => new ToolType.Str();

        public override ToolEffect Effect => effect;

        public override async ValueTask<object> InvokeAsync(ToolArguments arguments, ToolContext context,
            CancellationToken cancellationToken)
        {
            log.Enqueue($"{name} begins");
            await Task.Yield();
            together?.Signal();
            together?.Wait(TimeSpan.FromMinutes(10), cancellationToken);
            if (together is { IsSet: false }) throw new HostException("TimeoutError", "nobody came");
            log.Enqueue($"{name} ends");
            return "done";
        }
    }
}
