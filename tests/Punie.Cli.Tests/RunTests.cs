namespace Punie.Cli.Tests;

public sealed class RunTests
{
    [Fact]
    public async Task The_output_of_a_program_is_the_output_of_the_command()
    {
        using var bench = new CliBench();
        bench.Write("notes.txt", "one\ntwo\n");

        var code = await bench.RunAsync("run", "-c", "print(len(read_file('notes.txt')))\nprint('end', end='')");

        Assert.Equal((0, "8\nend", ""), (code, bench.Output, bench.Error));
    }

    [Fact]
    public async Task A_program_can_be_a_file_or_the_input()
    {
        using var file = new CliBench();
        using var piped = new CliBench { Terminal = new FakeTerminal { Input = "print('piped')" } };

        Assert.Equal(0, await file.RunAsync("run", file.Write("a.py", "print('filed')")));
        Assert.Equal(0, await piped.RunAsync("run", "-"));

        Assert.Equal(("filed\n", "piped\n"), (file.Output, piped.Output));
    }

    [Fact]
    public async Task The_rules_of_the_project_are_a_tool_and_a_bad_file_of_them_is_named()
    {
        using var bench = new CliBench();
        bench.Write(".punie/rules/house.yaml",
            "rules:\n  - id: no-print\n    pattern: print($X)\n    message: Log $X instead.\n");
        bench.Write(".punie/rules/bad.yaml", "rules: 1\n");
        bench.Write("a.py", "x = 1\nprint(x)\n");

        var code = await bench.RunAsync("run", "-c", "for i in check_house('a.py').issues: print(i.line, i.message)");

        Assert.Equal((0, "2 Log x instead.\n"), (code, bench.Output));
        Assert.Equal("punie: .punie/rules/bad.yaml line 1: there are no rules; write 'rules:' with a list of them.\n",
            bench.Error);
    }

    [Fact]
    public async Task An_uncaught_exception_ends_with_pythons_last_line()
    {
        using var bench = new CliBench();

        var code = await bench.RunAsync("run", "-c", "print('before')\n{}['x']");

        Assert.Equal((1, "before\n"), (code, bench.Output));
        Assert.Equal(
            "Traceback (most recent call last):\n  File \"main.py\", line 2, in <module>\n    {}['x']\nKeyError: 'x'\n",
            string.Concat(bench.Error.Split('\n').Where(line => line.Trim() is not "^" and not "^^^^^^^")
                .Select(line => line + "\n"))[..^1]);
    }

    [Fact]
    public async Task A_syntax_error_is_shown_with_its_place()
    {
        using var bench = new CliBench();

        Assert.Equal(1, await bench.RunAsync("run", "-c", "print('a'"));

        Assert.EndsWith("SyntaxError: '(' was never closed\n", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_program_is_stopped_and_its_output_kept()
    {
        using var bench = new CliBench();

        var code = await bench.RunAsync("run", "-c", "print('start')\nwhile True:\n    pass");

        Assert.Equal((1, "start\n"), (code, bench.Output));
        Assert.Equal("punie: The program was stopped: it reached its limit of 20,000,000 steps.\n", bench.Error);
    }

    [Fact]
    public async Task A_tool_that_could_not_run_is_told_though_the_program_did_not_look()
    {
        using var bench = new CliBench();

        var code = await bench.RunAsync("run", "-c", "print(git_status().file_count)");

        Assert.Equal((1, "0\n"), (code, bench.Output));
        Assert.StartsWith("punie: git_status could not run: ", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_to_ask_means_no()
    {
        using var bench = new CliBench();

        Assert.Equal(1, await bench.RunAsync("run", "-c", "write_file('a.txt', 'x')"));

        Assert.Contains("PermissionError", bench.Error, StringComparison.Ordinal);
        Assert.Contains("--yes", bench.Error, StringComparison.Ordinal);
        Assert.False(bench.Has("a.txt"));
    }

    [Theory]
    [InlineData("--yes")]
    [InlineData("--allow", "write_file: path in [*.txt]")]
    public async Task The_person_can_allow_beforehand(params string[] options)
    {
        using var bench = new CliBench();

        Assert.Equal(0, await bench.RunAsync(["run", "-c", "write_file('a.txt', 'x')", .. options]));

        Assert.True(bench.Has("a.txt"));
    }

    [Fact]
    public async Task A_rule_that_forbids_wins_over_yes()
    {
        using var bench = new CliBench();

        Assert.Equal(1, await bench.RunAsync("run", "-c", "write_file('a.txt', 'x')", "--yes", "--deny", "write_file"));

        Assert.False(bench.Has("a.txt"));
    }

    [Theory]
    [InlineData("y", true)]
    [InlineData("YES", true)]
    [InlineData("n", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task At_a_terminal_the_person_decides(string? answer, bool isWritten)
    {
        using var bench = new CliBench { Terminal = new FakeTerminal { IsInteractive = true } };
        bench.Terminal.Lines.Enqueue(answer);

        await bench.RunAsync("run", "-c", "write_file('a.txt', 'x\\n')");

        Assert.Equal(isWritten, bench.Has("a.txt"));
        Assert.Contains("a.txt", bench.Error, StringComparison.Ordinal);
        Assert.Contains("+x", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_is_asked_once()
    {
        using var bench = new CliBench { Terminal = new FakeTerminal { IsInteractive = true } };
        bench.Terminal.Lines.Enqueue("a");

        Assert.Equal(0, await bench.RunAsync("run", "-c", "write_file('a.txt', 'x')\nwrite_file('b.txt', 'x')"));

        Assert.True(bench.Has("b.txt"));
    }

    [Fact]
    public async Task A_cancelled_program_keeps_its_output()
    {
        using var bench = new CliBench();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        Assert.Equal(130, await bench.RunAsync(cancel.Token, "run", "-c", "while True:\n    pass", "-w", bench.Folder));

        Assert.Equal("punie: cancelled\n", bench.Error);
    }
}
