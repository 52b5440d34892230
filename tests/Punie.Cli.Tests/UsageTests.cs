namespace Punie.Cli.Tests;

public sealed class UsageTests
{
    public static TheoryData<string[], string> Mistakes() => new()
    {
        { ["ask"], "the prompt is empty; ask something, as in punie ask \"are there type errors in src?\"" },
        { ["ask", "  "], "the prompt is empty; ask something, as in punie ask \"are there type errors in src?\"" },
        { ["ask", "x", "--model", "gpt"],
            "unknown model 'gpt'; use router, scripted:FILE or http://HOST:PORT/v1#MODEL" },
        { ["ask", "x", "--model", "scripted:"], "scripted: needs a file, as in --model scripted:replies.jsonl" },
        { ["ask", "x", "--model", "scripted:nowhere.jsonl"], "there is no file nowhere.jsonl (the script)" },
        { ["ask", "x", "--prompts", "y"], "give a prompt or --prompts FILE, not both" },
        { ["ask", "--prompts", "nowhere.txt"], "there is no file nowhere.txt (the prompts)" },
        { ["ask", "x", "-w", "/no/such/folder"],
            "there is no folder /no/such/folder; name an existing one with --workspace" },
        { ["ask", "x", "--allow", "nonsense"],
            "there is no tool 'nonsense'; rules can be about write_file, run_command, cst_rename and cst_add_import" },
        { ["ask", "x", "--mode", "yolo"], "there is no mode 'yolo'; use one of plan, ask, auto-edit, auto" },
        { ["ask", "x", "--mode", "plan", "--yes"], "give --yes or --mode plan, not both" },
        { ["ask", "x", "--tools", "native"],
            "router answers with one program; leave out --tools, or name another model with --model" },
        { ["ask", "x", "--no-network"], "--no-network needs --sandbox on or --sandbox auto" },
        { ["ask", "x", "--nonsense"], "there is no option --nonsense; see punie ask --help" },
        { ["ask", "x", "--continue", "--session", "ab"], "give --continue or --session, not both" },
        { ["run"], "give a program: punie run FILE or punie run -c CODE" },
        { ["run", "a.py", "-c", "x"], "give a file or -c CODE, not both" },
        { ["run", "nowhere.py"], "there is no file nowhere.py (the program)" },
        { ["run", "-c", "print(1)", "-w", "/no/such/folder"],
            "there is no folder /no/such/folder; name an existing one with --workspace" },
        { ["undo", "-w", "/no/such/folder"],
            "there is no folder /no/such/folder; name an existing one with --workspace" },
        { ["undo", "last"], "'last' is no turn; give a number that punie undo --list shows" },
        { ["train", "nowhere.json"], "there is no file nowhere.json (the recipe)" },
        { ["nonsense"],
            "there is no command 'nonsense'; use one of ask, chat, sessions, run, tools, mcp, doctor, trust, undo, train, evaluate" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_on_the_command_line_is_one_line_and_exit_code_2(string[] arguments, string message)
    {
        using var bench = new CliBench { RouterScript = "" };

        var code = await bench.RunAsync(TestContext.Current.CancellationToken, arguments);

        Assert.Equal((2, $"punie: {message}\n", ""), (code, bench.Error, bench.Output));
    }

    [Fact]
    public async Task A_missing_router_says_what_to_do()
    {
        using var bench = new CliBench();

        Assert.Equal(2, await bench.RunAsync("ask", "hi"));

        Assert.EndsWith("train it with punie train, or name another model with --model\n", bench.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("chat")]
    [InlineData("sessions")]
    [InlineData("run")]
    [InlineData("tools")]
    [InlineData("doctor")]
    [InlineData("trust")]
    [InlineData("mcp")]
    [InlineData("train")]
    [InlineData("undo")]
    [InlineData("evaluate")]
    public async Task Every_command_explains_itself(string command)
    {
        using var bench = new CliBench();

        Assert.Equal(0, await bench.RunAsync(TestContext.Current.CancellationToken, command, "--help"));

        Assert.Contains($" {command} ", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_command_the_help_is_shown()
    {
        using var bench = new CliBench();

        Assert.Equal(0, await bench.RunAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Ask a question about a project", bench.Output, StringComparison.Ordinal);
    }
}
