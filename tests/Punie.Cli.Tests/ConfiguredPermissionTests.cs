using System.Text.Json;

namespace Punie.Cli.Tests;

/// <summary>The mode and the rules of a project's own file, and who decided what.</summary>
public sealed class ConfiguredPermissionTests
{
    private const string Write = "write_file('a.txt', 'x')";

    [Fact]
    public async Task The_files_mode_holds_when_the_command_line_says_nothing()
    {
        using var bench = new CliBench();
        bench.Write(".punie/config", "permissions: {mode: plan}\n");

        Assert.Equal(1, await bench.RunAsync("run", "-c", Write, "--allow", "write_file"));
        Assert.Contains("plan mode: nothing is written", bench.Error, StringComparison.Ordinal);

        Assert.Equal(0, await bench.RunAsync("run", "-c", Write, "--mode", "auto-edit"));
        Assert.True(bench.Has("a.txt"));
    }

    [Fact]
    public async Task A_mode_that_lifts_a_restriction_counts_once_the_file_is_accepted()
    {
        using var bench = new CliBench();
        bench.Write(".punie/config", "permissions: {mode: auto-edit}\n");

        Assert.Equal(1, await bench.RunAsync("run", "-c", Write));
        await bench.RunAsync("trust");

        Assert.Equal(0, await bench.RunAsync("run", "-c", Write));
    }

    [Fact]
    public async Task The_files_rules_hold_beside_those_of_the_command_line()
    {
        using var bench = new CliBench();
        bench.Write(".punie/config", """
            permissions:
              rules:
                - "allow write_file: path in [*.txt]"
                - "deny write_file: path in [secret*]"
            """);
        await bench.RunAsync("trust");

        Assert.Equal(0, await bench.RunAsync("run", "-c", Write));
        Assert.Equal(1, await bench.RunAsync("run", "-c", "write_file('b.md', 'x')"));
        Assert.Equal(0, await bench.RunAsync("run", "-c", "write_file('b.md', 'x')", "--allow", "write_file"));
        Assert.Equal(1, await bench.RunAsync("run", "-c", "write_file('secret.txt', 'x')", "--yes"));
        Assert.EndsWith("the rule 'deny write_file: path in [secret*]' forbids it\n", bench.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_in_the_file_that_cannot_be_read_stops_everything_with_its_line()
    {
        using var bench = new CliBench();
        bench.Write(".punie/config", "permissions:\n  rules:\n    - deny write_fil\n");

        Assert.Equal(2, await bench.RunAsync("run", "-c", Write, "--yes"));

        Assert.Equal(
            "punie: .punie/config line 3: there is no tool 'write_fil'; did you mean write_file?\n", bench.Error);
    }

    [Fact]
    public async Task Json_says_by_whom_each_effect_was_allowed()
    {
        using var bench = new CliBench();
        var script = bench.Write("script.jsonl", """
            {"code": "write_file('a.txt', 'x')\ntry:\n    run_command('printf x')\nexcept PermissionError:\n    pass"}
            {"text": "Done."}
            """);

        await bench.RunAsync(
            "ask", "write", "--format", "json", "--model", $"scripted:{script}", "--mode", "auto", "--deny",
            "run_command");

        Assert.Equal(
            """[{"about":"write_file","decision":"allowed","by":"mode","which":"auto"},{"about":"run_command","decision":"refused","by":"rule","which":"deny run_command","reason":"the rule 'deny run_command' forbids it"}]""",
            Decisions(bench.Output));
    }

    [Fact]
    public async Task Json_says_what_the_person_said_about_a_program()
    {
        using var bench = new CliBench { Terminal = new FakeTerminal { IsInteractive = true } };
        bench.Terminal.Lines.Enqueue("no, not today");
        var script = bench.Write("script.jsonl", """
            {"code": "write_file('a.txt', 'x')\nwrite_file('b.txt', 'x')"}
            {"text": "Not done.", "expect": "not today"}
            """);

        await bench.RunAsync("ask", "write", "--format", "json", "--model", $"scripted:{script}");

        Assert.StartsWith(
            """[{"about":"program","decision":"refused","by":"person","reason":"not today"},{"about":"write_file","decision":"refused","by":"person",""",
            Decisions(bench.Output), StringComparison.Ordinal);
    }

    private static string Decisions(string output)
    {
        using var json = JsonDocument.Parse(output);
        return json.RootElement.GetProperty("decisions").GetRawText();
    }
}
