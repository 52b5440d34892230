using System.Text.Json;

namespace Punie.Cli.Tests;

/// <summary>A project's servers of tools, from the command line. The server is a few lines of Python.</summary>
public sealed class McpTests
{
    private const string Server = """
        import json, sys
        for line in sys.stdin:
            message = json.loads(line)
            results = {
                "initialize": {"protocolVersion": "2025-06-18", "capabilities": {"tools": {}}, "serverInfo": {"name": "echoes", "version": "1"}},
                "tools/list": {"tools": [{"name": "say", "description": "Say it.", "annotations": {"readOnlyHint": True},
                    "inputSchema": {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}}]},
                "tools/call": {"content": [{"type": "text", "text": message.get("params", {}).get("arguments", {}).get("text", "") + "!"}]},
            }
            if "id" in message:
                print(json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": results[message["method"]]}), flush=True)
        """;

    [Fact]
    public async Task A_server_is_used_only_after_its_file_was_accepted()
    {
        using var bench = Bench();

        Assert.Equal(1, await bench.RunAsync("run", "-c", "print(echo_say('hi'))"));
        Assert.Contains(".mcp.json: echo is not used until you accept the file: read it, then run 'punie trust'",
            bench.Error, StringComparison.Ordinal);

        Assert.Equal(0, await bench.RunAsync("trust"));
        Assert.Equal(0, await bench.RunAsync("run", "-c", "print(echo_say('hi'))"));
        Assert.EndsWith("hi!\n", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Servers_and_their_tools_are_listed()
    {
        using var bench = Bench();
        await bench.RunAsync("trust");

        Assert.Equal(0, await bench.RunAsync("mcp", "--json"));

        using var json = JsonDocument.Parse(bench.Output[bench.Output.IndexOf('[', StringComparison.Ordinal)..]);
        var server = json.RootElement[0];
        Assert.Equal(("echo", "stdio", "echoes"),
            (Text(server, "name"), Text(server, "transport"), Text(server, "title")));
        Assert.Equal(("echo_say", "read"),
            (Text(server.GetProperty("tools")[0], "name"), Text(server.GetProperty("tools")[0], "effect")));
    }

    [Fact]
    public async Task A_model_is_offered_the_tools_of_servers_as_functions()
    {
        using var bench = Bench();
        await bench.RunAsync("trust");
        var script = bench.Write("script.jsonl", """
            {"tool": "echo_say", "arguments": {"text": "hi"}}
            {"text": "It said hi!", "expect": "{\"result\":\"hi!\"}"}
            """);

        Assert.Equal(0, await bench.RunAsync("ask", "say hi", "--model", $"scripted:{script}", "--tools", "native"));

        Assert.EndsWith("It said hi!\n", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_servers_says_how_to_name_one()
    {
        using var bench = new CliBench();

        Assert.Equal(0, await bench.RunAsync("mcp"));

        Assert.Equal("There is no server. Name one in .mcp.json, or under mcp_servers in .punie/config.\n",
            bench.Output);
    }

    private static CliBench Bench()
    {
        var bench = new CliBench();
        bench.Write("server.py", Server);
        bench.Write(".mcp.json", """{"mcpServers": {"echo": {"command": "python3", "args": ["server.py"]}}}""");
        return bench;
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
