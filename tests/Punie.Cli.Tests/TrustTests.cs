namespace Punie.Cli.Tests;

public sealed class TrustTests
{
    private const string Ignored =
        "punie: .punie/config: model is not used until you accept the file: read it, then run 'punie trust'\n";

    [Fact]
    public async Task A_project_chooses_the_model_once_its_file_is_accepted()
    {
        using var bench = new CliBench { RouterScript = """{"text": "the router"}""" };
        var script = bench.Write("replies.jsonl", """{"text": "the project's own"}""");
        bench.Write(".punie/config", $"model: scripted:{script}\n");

        Assert.Equal(0, await bench.RunAsync("ask", "hello"));
        Assert.Equal((Ignored, "the router\n"), (bench.Error, bench.Output));

        Assert.Equal(0, await bench.RunAsync("trust"));
        Assert.EndsWith($".punie/config is accepted until it changes:\n  model: scripted:{script}\n", bench.Output,
            StringComparison.Ordinal);

        Assert.Equal(0, await bench.RunAsync("ask", "hello"));
        Assert.EndsWith("the project's own\n", bench.Output, StringComparison.Ordinal);
        Assert.Equal(Ignored, bench.Error);
    }

    [Fact]
    public async Task The_command_line_wins_over_the_file()
    {
        using var bench = new CliBench { RouterScript = """{"text": "the router"}""" };
        bench.Write(".punie/config", "model: scripted:nowhere.jsonl\n");
        await bench.RunAsync("trust");

        Assert.Equal(0, await bench.RunAsync("ask", "hello", "--model", "router"));

        Assert.EndsWith("the router\n", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_model_in_the_file_is_the_files_mistake()
    {
        using var bench = new CliBench { RouterScript = "" };
        bench.Write(".punie/config", "model: gpt\n");
        await bench.RunAsync("trust");

        Assert.Equal(2, await bench.RunAsync("ask", "hello"));

        Assert.Equal(
            "punie: .punie/config: unknown model 'gpt'; use router, scripted:FILE or http://HOST:PORT/v1#MODEL\n",
            bench.Error);
    }

    [Fact]
    public async Task What_was_accepted_can_be_taken_back()
    {
        using var bench = new CliBench();
        bench.Write(".punie/config", "python: bin/python\n");
        await bench.RunAsync("trust");

        Assert.Equal(0, await bench.RunAsync("trust", "--revoke"));

        Assert.EndsWith(".punie/config is no longer accepted\n", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_starts_nothing_needs_no_acceptance()
    {
        using var bench = new CliBench();
        bench.Write(".punie/config", "checks: {typecheck: mypy --strict}\n");

        Assert.Equal(0, await bench.RunAsync("trust"));

        Assert.Equal(".punie/config starts no program and lifts no restriction: it is used as it is\n", bench.Output);
    }

    [Fact]
    public async Task Nothing_to_accept_is_a_usage_error()
    {
        using var bench = new CliBench();

        Assert.Equal(2, await bench.RunAsync("trust"));

        Assert.Equal($"punie: there is nothing to accept: {bench.Folder} has no .punie/config and no .mcp.json\n",
            bench.Error);
    }
}
