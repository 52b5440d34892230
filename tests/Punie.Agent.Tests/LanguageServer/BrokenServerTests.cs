using Punie.Agent.LanguageServer;
using Punie.Agent.Tests.Tools;
using Punie.Agent.Tests.Tools.Navigation;
using Punie.Agent.Tools.Navigation;

namespace Punie.Agent.Tests.LanguageServer;

/// <summary>Servers that are missing or broken: the reason is said, and nothing is an empty success.</summary>
public sealed class BrokenServerTests
{
    private static readonly HoverTool Hover = new();

    [Fact]
    public async Task Without_any_server_the_answer_says_what_to_install()
    {
        var inner = new ToolBench();
        inner.HidePrograms();
        await using var bench = Project(new NavigationBench(bench: inner));

        var result = await bench.CallByNameAsync<HoverResult>(Hover, "Animal");

        Assert.Equal(
            (false,
                "No language server is installed. Install Node.js 20 or newer and run 'npm ci' in Punie's eng/node folder, " +
                "or install ty, basedpyright, pyright or python-lsp-server in the project's environment."),
            (result.Success, result.ParseError));
    }

    [Fact]
    public async Task A_configured_server_that_is_not_there_is_named()
    {
        await using var bench = Project(new NavigationBench(new() { Command = ["no-such-server", "--stdio"] }));

        Assert.Equal(
            "The language server 'no-such-server' is not installed. Install it, or correct its command line.",
            (await bench.CallByNameAsync<HoverResult>(Hover, "Animal")).ParseError);
    }

    [Fact]
    public async Task An_unknown_name_in_the_order_is_refused()
    {
        await using var bench = Project(new NavigationBench(new() { Order = ["mypy"] }));

        Assert.Equal(
            "'mypy' is not a known language server; use one of ty, basedpyright, pyright, pylsp, or give a command "
            + "line.",
            (await bench.CallByNameAsync<HoverResult>(Hover, "Animal")).ParseError);
    }

    [Fact]
    public async Task A_server_that_dies_at_once_is_tried_twice_and_then_no_more()
    {
        await using var bench = Project(new NavigationBench(new() { Command = ["./server"] }));
        bench.Folder.WriteProgram("server", "#!/bin/sh\necho x >> starts\necho 'no configuration' >&2\nexit 3\n");

        var first = await bench.CallByNameAsync<HoverResult>(Hover, "Animal");
        var second = await bench.CallByNameAsync<HoverResult>(Hover, "Animal");

        Assert.Equal(
            "server ended with exit code 3: no configuration. It died twice in a row and is not started again in "
            + "this session.",
            first.ParseError);
        Assert.Equal(first.ParseError, second.ParseError);
        Assert.Equal("x\nx\n",
            await File.ReadAllTextAsync(bench.Folder["starts"], TestContext.Current.CancellationToken));
        Assert.Equal(["server ended with exit code 3: no configuration. It is started again."], bench.Notices);
    }

    [Fact]
    public async Task A_server_that_never_replies_is_given_up_and_killed()
    {
        var settings = new LanguageServerSettings { Command = ["./server"], StartTime = TimeSpan.FromMilliseconds(50) };
        await using var bench = Project(new NavigationBench(settings));
        bench.Folder.WriteProgram("server", "#!/bin/sh\nexec sleep 1000\n");

        Assert.Equal(
            "server did not start within 0.05 seconds.", (await bench.CallByNameAsync<HoverResult>(Hover, "Animal"))
                .ParseError);
        Assert.Null(bench.Session.ProcessId);
    }

    [Fact]
    public async Task A_server_that_cannot_answer_a_request_says_so()
    {
        await using var bench = Project(new NavigationBench(new() { Command = ["./server"] }));
        WriteServer(bench, """{"capabilities":{"definitionProvider":true}}""");

        Assert.Equal(
            "server does not answer textDocument/hover; use another language server.",
            (await bench.CallByNameAsync<HoverResult>(Hover, "Animal")).ParseError);
    }

    [Fact]
    public async Task A_reply_without_capabilities_is_no_language_server()
    {
        await using var bench = Project(new NavigationBench(new() { Command = ["./server"] }));
        WriteServer(bench, "{}");

        Assert.StartsWith(
            "server did not say what it can do;", (await bench.CallByNameAsync<HoverResult>(Hover, "Animal"))
                .ParseError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_projects_own_server_comes_before_punies()
    {
        await using var bench = Project(new NavigationBench());
        bench.Folder.WriteProgram(".venv/bin/python", "#!/bin/sh\n");
        bench.Folder.WriteProgram(".venv/bin/ty", "#!/bin/sh\necho \"ty was started with $*\" >&2\nexit 1\n");

        Assert.StartsWith(
            "ty ended with exit code 1: ty was started with server",
            (await bench.CallByNameAsync<HoverResult>(Hover, "Animal")).ParseError,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_server_started_ends_with_the_session()
    {
        await using var bench =
            Project(new NavigationBench(new() { Command = ["./server"], StopTime = TimeSpan.FromMilliseconds(50) }));
        WriteServer(bench, """{"capabilities":{}}""", "exec 9> lock\nflock 9\nsleep 1000 &\n");
        await bench.CallByNameAsync<HoverResult>(Hover, "Animal");
        Assert.NotNull(bench.Session.ProcessId);

        await bench.Navigator.DisposeAsync();

        // The child holds the lock for as long as it lives.
        await bench.RunAsync("flock", "lock", "true");
    }

    private static NavigationBench Project(NavigationBench bench)
    {
        bench.WriteProject();
        return bench;
    }

    // Waits for the first request, replies to it and then only listens.
    private static void WriteServer(NavigationBench bench, string result, string before = "")
    {
        var reply = $$"""{"jsonrpc":"2.0","id":1,"result":{{result}}}""";
        bench.Folder.WriteProgram("server",
            $"#!/bin/sh\n{before}read -r length\nprintf 'Content-Length: "
            + $"{reply.Length}\\r\\n\\r\\n%s' '{reply}'\nexec 3>&1\nexec cat > /dev/null\n");
    }
}
