using Punie.Agent.Configuration;
using Punie.Agent.Permissions;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Mcp.Settings;

namespace Punie.Agent.Tests.Tools.Mcp;

/// <summary>A server over its standard streams, from programs.</summary>
public sealed class McpServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tools_of_all_pages_become_typed_tools_behind_the_others()
    {
        await using var bench = new McpBench();

        Assert.Empty(await bench.StartAsync());

        Assert.Equal(
            [
                "def peer_add(a: int, b: int = 1) -> PeerAddResult",
                "def peer_find_text(query: str, filter: PeerFindTextFilter, kind: str = \"exact\", extra: "
                + "str | None = None) -> PeerFindTextResult",
                "def peer_note(text: str) -> str",
            ],
            bench.Catalog.Tools.Where(tool => tool.Name.StartsWith("peer_", StringComparison.Ordinal)).Take(3)
                .Select(ToolStub.Signature));
        Assert.Equal(14, bench.Catalog.Tools.Count - BuiltInTools.Create().Tools.Count);
        Assert.Contains("class PeerFindTextFilter: tags: list[str]; max_hits: int | None",
            ToolStub.Terse(bench.Catalog), StringComparison.Ordinal);
        Assert.Contains("class PeerFindTextResultHit: file: str; line: int; score: float | None",
            ToolStub.Terse(bench.Catalog), StringComparison.Ordinal);
        Assert.Equal((ToolEffect.Read, ToolEffect.Command),
            (bench.Catalog.Find("peer_add")!.Effect, bench.Catalog.Find("peer_note")!.Effect));
    }

    [Theory]
    [InlineData("r = peer_add(2, b=3)\nprint(r.sum)", "5")]
    [InlineData("print(peer_add(2))", "PeerAddResult(sum=3)")]
    [InlineData(
        "r = peer_find_text('x', {'tags': ['a'], 'max_hits': 2})\nprint([(h.file, h.line, h.score) for h in r.hits])",
        "[('a.py', 3, None), ('b.py', 7, 0.5)]")]
    [InlineData("print(peer_find_text('x', {'tags': [], 'max-hits': 2}, extra='[1, 2]').query)",
        """{"query": "x", "filter": {"tags": [], "max-hits": 2}, "kind": "exact", "extra": [1, 2]}""")]
    [InlineData("print(peer_parts())",
        "one\n[image/png, 3 bytes]\n[notes: file:///notes.txt]\ntwo\n[file:///b, 2 bytes]")]
    [InlineData("print(peer_work())", "worked")]
    [InlineData("print(peer_variable('GIVEN'), peer_variable('PUNIE_SECRET_FOR_TESTS'))", "default not set")]
    [InlineData("print(peer_fail())", "RuntimeError: nothing to do")]
    [InlineData("print(peer_lie())",
        "RuntimeError: the server peer: its result does not fit the schema that it declares: "
        + "result.n should be int and is \"three\"")]
    [InlineData("print(peer_find_text('x', {'tags': 'a'}))",
        "TypeError: peer_find_text() argument 'filter' must be PeerFindTextFilter, not dict")]
    [InlineData("print(peer_find_text('x', {'tags': []}, extra='[1'))",
        "RuntimeError: the server peer: '[1' is not JSON text; write an object as \"{\\\"a\\\": "
        + "1}\" and a text as \"\\\"a\\\"\"")]
    public async Task A_program_calls_a_servers_tool(string program, string outcome)
    {
        Environment.SetEnvironmentVariable("PUNIE_SECRET_FOR_TESTS", "secret");
        await using var bench = new McpBench();
        await bench.StartAsync();

        Assert.Equal(outcome, await bench.RunAsync(program));
    }

    [Fact]
    public async Task What_may_change_something_asks_with_its_arguments()
    {
        await using var bench = new McpBench();
        await bench.StartAsync();
        Assert.Equal("noted", await bench.RunAsync("print(peer_note('Ä'))"));
        bench.Tools.Denial = "not today";

        Assert.Equal("PermissionError: peer_note was not called: not today",
            await bench.RunAsync("print(peer_note('b'))"));

        var request = bench.Tools.Asked[0];
        Assert.Equal(("peer_note", ToolEffect.Command, "Call note of the server peer"),
            (request.Tool, request.Effect, request.Summary));
        var change = Assert.IsType<RequestedChange.ServerCall>(request.Change);
        Assert.Equal("note {\n  \"text\": \"Ä\"\n}", change.Call);
        Assert.Equal(("peer", "Ä"), (change.Server, Assert.Single(change.Facts["text"])));
        Assert.DoesNotContain("note b", bench.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hand_shake_names_the_client_and_is_finished_before_the_first_call()
    {
        await using var bench = new McpBench();
        await bench.StartAsync();

        await bench.RunAsync("peer_note('x')");

        Assert.Equal("client punie 2025-06-18\ninitialized\nnote x\n", bench.Log);
    }

    [Theory]
    [InlineData("2024-11-05", true)]
    [InlineData("2025-03-26", true)]
    [InlineData("1999-01-01", false)]
    public async Task Older_versions_of_the_protocol_are_spoken_and_unknown_ones_are_named(string version, bool works)
    {
        await using var bench = new McpBench();

        var problems = await bench.StartAsync("--protocol", version);

        if (works)
            Assert.Equal((version, "peer"), (bench.Servers.Statuses[0].Version, bench.Servers.Statuses[0].Title));
        string[] expected = works
            ? []
            : [$"the server peer cannot be used: it speaks version {version} of the protocol; Punie speaks 2025-06-18, 2025-03-26, 2024-11-05"];
        Assert.Equal(expected, problems);
    }

    [Fact]
    public async Task A_server_that_ends_at_once_is_a_problem_with_its_last_words()
    {
        await using var bench = new McpBench();

        var problems = await bench.StartAsync("--die");

        Assert.Equal("the server peer cannot be used: it ended with exit code 7: no such module: cheese",
            Assert.Single(problems));
        Assert.Equal(BuiltInTools.Create().Tools.Count, bench.Catalog.Tools.Count);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_after_its_time()
    {
        await using var bench =
            new McpBench { Settings = new McpSettings { StartTime = TimeSpan.FromMilliseconds(300) } };

        Assert.Equal("the server peer cannot be used: it did not start within 0.3 seconds",
            Assert.Single(await bench.StartAsync("--silent")));
    }

    [Fact]
    public async Task A_program_that_is_missing_and_a_variable_that_is_not_set_are_named()
    {
        await using var bench = new McpBench();

        var problems = await bench.StartThoseAsync(
            new McpServerConfig.Program("a", "no-such-program", []),
            new McpServerConfig.Program("b", "python3", ["${PUNIE_NOT_SET}"]));

        Assert.Equal(
            [
                "the server a cannot be used: there is no program 'no-such-program' on this machine; install it",
                "the server b cannot be used: the variable PUNIE_NOT_SET is not set",
            ],
            problems);
        Assert.Equal(
            ["there is no program 'no-such-program' on this machine; install it",
            "the variable PUNIE_NOT_SET is not set"], bench.Servers.Statuses.Select(status => status.Problem));
    }

    [Fact]
    public async Task A_crash_during_a_call_that_may_change_something_is_not_repeated_and_the_next_call_starts_the_server_again()
    {
        await using var bench = new McpBench();
        await bench.StartAsync();

        Assert.Equal(
            "RuntimeError: the server peer: it ended with exit code 3: out of cheese; "
            + "whether the call did its work is not known",
            await bench.RunAsync("peer_crash()"));
        Assert.Equal("2", await bench.RunAsync("print(peer_add(1).sum)"));

        Assert.Equal(
            "The server peer was lost: it ended with exit code 3: out of cheese. It is started again when it is needed.", Assert.Single(bench.Notices));
    }

    [Fact]
    public async Task A_crash_during_a_call_that_only_looks_is_repeated_once()
    {
        await using var bench = new McpBench();
        await bench.StartAsync();

        Assert.Equal("alive", await bench.RunAsync("print(peer_crash_once())"));
    }

    [Fact]
    public async Task A_server_that_dies_twice_in_a_row_is_not_started_again()
    {
        await using var bench = new McpBench();
        await bench.StartAsync();
        await bench.RunAsync("peer_crash()");
        await bench.RunAsync("peer_crash()");

        Assert.Equal(
            "RuntimeError: the server peer: it ended with exit code 3: out of cheese; "
            + "it was lost twice in a row and is not started again in this session",
            await bench.RunAsync("print(peer_add(1))"));
    }

    [Fact]
    public async Task A_cancelled_call_is_told_to_the_server()
    {
        await using var bench = new McpBench();
        await bench.StartAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var running = bench.RunAsync("print(peer_slow())", cancel.Token);
        await LoggedAsync(bench, "slow begins");
        await cancel.CancelAsync();

        await running;
        await LoggedAsync(bench, "slow was cancelled");
    }

    [Fact]
    public async Task A_call_without_an_answer_or_progress_ends_after_its_time()
    {
        await using var bench =
            new McpBench { Settings = new McpSettings { CallTime = TimeSpan.FromMilliseconds(500) } };
        await bench.StartAsync();

        Assert.Equal("RuntimeError: the server peer: it did not answer slow within 0.5 seconds",
            await bench.RunAsync("print(peer_slow())"));
    }

    [Theory]
    [InlineData("ping", "{}")]
    [InlineData("sampling/createMessage", """{"code": -32601, "message": "Punie lends its model to no server."}""")]
    [InlineData("elicitation/create", """{"code": -32601, "message": "Punie does not ask the person for servers."}""")]
    public async Task A_server_may_ask_too(string method, string answer)
    {
        await using var bench = new McpBench();
        await bench.StartAsync();

        Assert.Equal(answer, await bench.RunAsync($"print(peer_ask('{method}'))"));
    }

    [Fact]
    public async Task A_server_hears_where_the_workspace_is()
    {
        await using var bench = new McpBench();
        await bench.StartAsync();

        Assert.Contains($"file://{bench.Tools.Context.Workspace.Root}",
            await bench.RunAsync("print(peer_ask('roots/list'))"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_tools_of_a_server_are_in_the_next_catalog()
    {
        await using var bench = new McpBench();
        await bench.StartAsync();
        var before = bench.Servers.Version;

        await bench.RunAsync("print(peer_grow())");
        await bench.Servers.SettleAsync(Token);

        Assert.NotEqual(before, bench.Servers.Version);
        Assert.NotNull(bench.Servers.Catalog(BuiltInTools.Create()).Find("peer_grown"));
    }

    [Fact]
    public async Task A_call_tells_its_progress_in_words()
    {
        await using var bench = new McpBench();
        await bench.StartAsync();

        await bench.RunAsync("print(peer_work())");

        Assert.Equal(["peer_work: working (1 of 2)", "peer_work: working (2 of 2)"], bench.Progress);
    }

    [Fact]
    public async Task Who_waits_for_servers_hears_which_are_missing()
    {
        await using var bench = new McpBench();

        await bench.StartThoseAsync(
            new McpServerConfig.Program("a", "no-such-program", []), new McpServerConfig.Program("b", "false", []));

        Assert.Equal(["a", "b"], bench.Waited[0]);
        Assert.Single(bench.Waited[1]);
        Assert.Equal(2, bench.Waited.Count);
    }

    [Fact]
    public async Task The_end_of_the_session_ends_the_server()
    {
        var bench = new McpBench();
        await bench.StartAsync();

        await bench.Servers.DisposeAsync();

        Assert.EndsWith("input ended\n", bench.Log, StringComparison.Ordinal);
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task Of_many_tools_the_first_are_used_and_the_rest_is_told()
    {
        await using var bench = new McpBench { Settings = new McpSettings { Tools = 2 } };

        Assert.Equal("the server peer has 14 tools; the first 2 are used", Assert.Single(await bench.StartAsync()));
        Assert.NotNull(bench.Catalog.Find("peer_find_text"));
        Assert.Null(bench.Catalog.Find("peer_note"));
    }

    // The server writes its log after it was told; nothing here depends on how long that takes.
    private static async Task LoggedAsync(McpBench bench, string line)
    {
        while (!bench.Log.Contains(line + "\n", StringComparison.Ordinal)) await Task.Delay(20, Token);
    }
}
