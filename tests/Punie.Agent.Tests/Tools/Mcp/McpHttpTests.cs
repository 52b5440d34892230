using Punie.Agent.Tools;

namespace Punie.Agent.Tests.Tools.Mcp;

/// <summary>The same server over HTTP.</summary>
public sealed class McpHttpTests
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--json")]
    [InlineData("--events")]
    public async Task Answers_come_as_json_or_as_events(string form)
    {
        await using var bench = new McpBench();

        Assert.Empty(await bench.StartHttpAsync(NoHeaders, form));

        Assert.Equal("5\nworked", await bench.RunAsync("print(peer_add(2, 3).sum)\nprint(peer_work())"));
        Assert.Equal(("http", "2025-06-18"), (bench.Servers.Statuses[0].Transport, bench.Servers.Statuses[0].Version));
    }

    [Fact]
    public async Task A_session_that_the_server_forgot_is_begun_again()
    {
        await using var bench = new McpBench();
        await bench.StartHttpAsync(NoHeaders);

        Assert.Equal("forgotten\n4", await bench.RunAsync("print(peer_forget())\nprint(peer_add(3).sum)"));

        Assert.Equal("The server peer was lost: its session has ended. It is started again when it is needed.",
            Assert.Single(bench.Notices));
    }

    [Fact]
    public async Task The_session_is_ended_at_the_server()
    {
        await using var bench = new McpBench();
        await bench.StartHttpAsync(NoHeaders);

        await bench.Servers.DisposeAsync();

        Assert.EndsWith("deleted\n", bench.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_asks_within_the_stream_of_a_call()
    {
        await using var bench = new McpBench();
        await bench.StartHttpAsync(NoHeaders);

        Assert.Equal("{}", await bench.RunAsync("print(peer_ask('ping'))"));
    }

    [Fact]
    public async Task What_the_server_says_between_calls_is_heard()
    {
        await using var bench = new McpBench();
        await bench.StartHttpAsync(NoHeaders);
        var before = bench.Servers.Version;
        while (!bench.Log.Contains("listening\n", StringComparison.Ordinal)) await Task.Delay(20, Token);

        await bench.RunAsync("print(peer_grow())");

        // The news come on another connection than the answer.
        while (bench.Servers.Version == before) await Task.Delay(20, Token);
        Assert.NotNull(bench.Servers.Catalog(BuiltInTools.Create()).Find("peer_grown"));
    }

    [Fact]
    public async Task Configured_headers_are_sent_with_their_variables()
    {
        Environment.SetEnvironmentVariable("PUNIE_TEST_TOKEN", "abc");
        await using var bench = new McpBench();

        Assert.Empty(
            await bench.StartHttpAsync(
                new Dictionary<string, string> { ["Authorization"] = "Bearer ${PUNIE_TEST_TOKEN}" }, "--token", "abc"));
    }

    [Fact]
    public async Task A_server_that_wants_a_key_says_so()
    {
        await using var bench = new McpBench();

        var problem = Assert.Single(await bench.StartHttpAsync(NoHeaders, "--token", "abc"));

        Assert.EndsWith("/mcp does not let Punie in (HTTP 401); put the key that it wants into 'headers'", problem,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_without_a_server_says_so()
    {
        await using var bench = new McpBench();

        var problem =
            Assert.Single(
                await bench.StartThoseAsync(
                    new Punie.Agent.Configuration.McpServerConfig.Address("gone", new Uri("http://127.0.0.1:9/mcp"))));

        Assert.StartsWith("the server gone cannot be used: http://127.0.0.1:9/mcp cannot be reached: ", problem,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_call_has_the_servers_words()
    {
        await using var bench = new McpBench();
        await bench.StartHttpAsync(NoHeaders, "--json");

        Assert.Equal("RuntimeError: the server peer: it refused the call: a variable has a name",
            await bench.RunAsync("print(peer_variable(''))"));
    }
}
