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
    public async Task Servers_that_take_long_to_start_are_named()
    {
        using var bench = Bench("""
            import pathlib, time
            pathlib.Path("started").touch()
            while not pathlib.Path("go").exists(): time.sleep(0.02)
            """ + "\n" + Server);
        await bench.RunAsync("trust");

        var running = bench.RunAsync("mcp");
        await SeenAsync(bench, "started");
        bench.Clock.Pass(TimeSpan.FromSeconds(2));
        bench.Write("go", "");

        Assert.Equal(0, await running);
        Assert.Equal("... starting the server echo\n", bench.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_progress_of_a_call_is_shown_behind_it()
    {
        // The answer to the server's own question comes after the news before it were taken up.
        using var bench = Bench("""
            import json, pathlib, sys, time
            def send(**message): print(json.dumps({"jsonrpc": "2.0"} | message), flush=True)
            for line in sys.stdin:
                message = json.loads(line)
                method = message.get("method")
                if method == "initialize":
                    send(id=message["id"], result={"protocolVersion": "2025-06-18", "serverInfo": {"name": "slow"}})
                elif method == "tools/list":
                    send(id=message["id"], result={"tools": [{"name": "work", "annotations": {"readOnlyHint": True}}]})
                elif method == "tools/call":
                    call, token = message["id"], message["params"]["_meta"]["progressToken"]
                    send(method="notifications/progress", params={"progressToken": token, "progress": 1, "total": 2, "message": "counting\\nsheep\u001b[2J"})
                    send(id="q", method="ping")
                elif method is None:
                    pathlib.Path("told").touch()
                    while not pathlib.Path("go").exists(): time.sleep(0.02)
                    send(id=call, result={"content": [{"type": "text", "text": "done"}]})
            """);
        await bench.RunAsync("trust");

        var running = bench.RunAsync("run", "-c", "print(echo_work())");
        await SeenAsync(bench, "told");
        bench.Clock.Pass(TimeSpan.FromSeconds(2));
        bench.Write("go", "");

        Assert.Equal(0, await running);
        Assert.Equal("... echo_work(): counting\\nsheep␛[2J (1 of 2)\n", bench.Error.ReplaceLineEndings("\n"));
        Assert.EndsWith("done\n", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_tools_of_a_server_are_there_in_the_next_turn_of_a_chat()
    {
        using var bench = Bench("""
            import json, sys
            tools = ["grow"]
            def send(**message): print(json.dumps({"jsonrpc": "2.0"} | message), flush=True)
            for line in sys.stdin:
                message = json.loads(line)
                method = message.get("method")
                if method == "initialize":
                    send(id=message["id"], result={"protocolVersion": "2025-06-18", "serverInfo": {"name": "grower"}})
                elif method == "tools/list":
                    send(id=message["id"], result={"tools": [{"name": name, "annotations": {"readOnlyHint": True}} for name in tools]})
                elif method == "tools/call":
                    tools = ["more"]
                    send(method="notifications/tools/list_changed")
                    send(id=message["id"], result={"content": [{"type": "text", "text": message["params"]["name"] + " was called"}]})
            """);
        await bench.RunAsync("trust");
        var script = bench.Write("script.jsonl", """
            {"tool": "echo_grow", "arguments": {}}
            {"text": "It grew.", "expect": "grow was called"}
            {"tool": "echo_more", "arguments": {}}
            {"text": "There is more.", "expect": "more was called"}
            """);
        bench.Say("first", "second");

        Assert.Equal(
            0, await bench.RunAsync("chat", "--model", $"scripted:{script}", "--tools", "native", "--allow", "echo_grow"));

        Assert.EndsWith("There is more.\n", bench.Output, StringComparison.Ordinal);
        Assert.Equal(
            """
            punie: a server has other tools now: new echo_more; gone echo_grow
            punie: the rule 'allow echo_grow' is about nothing: the server echo has no tool echo_grow; did you mean echo_more?

            """.ReplaceLineEndings("\n"), bench.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_rule_about_a_tool_that_the_server_does_not_have_is_a_warning()
    {
        using var bench = Bench();
        await bench.RunAsync("trust");

        Assert.Equal(0, await bench.RunAsync("run", "-c", "print(echo_say('hi'))", "--deny", "echo_sing"));

        Assert.Equal(
            "punie: the rule 'deny echo_sing' is about nothing: the server echo has no tool echo_sing; "
            + "did you mean echo_say?\n",
            bench.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_rule_about_a_server_that_nobody_accepted_yet_is_no_mistake()
    {
        using var bench = Bench();

        Assert.Equal(0, await bench.RunAsync("run", "-c", "print(1)", "--deny", "echo_*"));
    }

    [Fact]
    public async Task A_rule_forbids_a_servers_tool_by_its_arguments()
    {
        using var bench = Bench();
        await bench.RunAsync("trust");

        Assert.Equal(
            1, await bench.RunAsync("run", "-c", "print(echo_say('hi'))", "--yes", "--deny", "echo_say: text in [h*]"));

        Assert.EndsWith(
            "PermissionError: echo_say was not called: the rule 'deny echo_say: text in [h*]' forbids it\n",
            bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_servers_says_how_to_name_one()
    {
        using var bench = new CliBench();

        Assert.Equal(0, await bench.RunAsync("mcp"));

        Assert.Equal("There is no server. Name one in .mcp.json, or under mcp_servers in .punie/config.\n",
            bench.Output);
    }

    private static async Task SeenAsync(CliBench bench, string file)
    {
        while (!bench.Has(file)) await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private static CliBench Bench(string server = Server)
    {
        var bench = new CliBench();
        bench.Write("server.py", server);
        bench.Write(".mcp.json", """{"mcpServers": {"echo": {"command": "python3", "args": ["server.py"]}}}""");
        return bench;
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
