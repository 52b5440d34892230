namespace Punie.Cli.Tests;

public sealed class PermissionOptionTests
{
    private const string WriteAndRun = "write_file('a.txt', 'x')\nprint(run_command('printf ran'))";

    [Fact]
    public async Task Plan_mode_writes_nothing_whatever_is_allowed_and_says_why()
    {
        using var bench = new CliBench();

        Assert.Equal(1, await bench.RunAsync("run", "-c", WriteAndRun, "--mode", "plan", "--allow", "write_file"));

        Assert.Contains("plan mode: nothing is written or run", bench.Error, StringComparison.Ordinal);
        Assert.False(bench.Has("a.txt"));
    }

    [Fact]
    public async Task Auto_edit_writes_files_and_asks_for_commands()
    {
        using var bench = new CliBench();

        Assert.Equal(1, await bench.RunAsync("run", "-c", WriteAndRun, "--mode", "auto-edit"));

        Assert.True(bench.Has("a.txt"));
        Assert.Contains("'printf ran' was not run: nobody is there to ask", bench.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--mode", "auto")]
    [InlineData("--yes")]
    [InlineData("--yes", "--mode", "auto")]
    public async Task Auto_does_both(params string[] options)
    {
        using var bench = new CliBench();

        Assert.Equal(0, await bench.RunAsync(["run", "-c", WriteAndRun, .. options]));

        Assert.Equal("ran\n", bench.Output);
    }

    [Theory]
    [InlineData("y", true, true)]
    [InlineData("n", false, false)]
    public async Task A_program_with_several_effects_is_shown_before_the_first(string answer, bool isWritten,
        bool isRun)
    {
        using var bench = new CliBench { Terminal = new FakeTerminal { IsInteractive = true } };
        bench.Terminal.Lines.Enqueue(answer);

        await bench.RunAsync("run", "-c", WriteAndRun);

        Assert.Equal((isWritten, isRun ? "ran\n" : ""), (bench.Has("a.txt"), bench.Output));
        Assert.Contains("    > 1  write_file('a.txt', 'x')\n         ^ writes a.txt\n", bench.Error,
            StringComparison.Ordinal);
        Assert.Contains("         ^ runs printf ran\n", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_effect_can_be_asked_about_on_its_own()
    {
        using var bench = new CliBench { Terminal = new FakeTerminal { IsInteractive = true } };
        foreach (var answer in new[] { "e", "y", "n" }) bench.Terminal.Lines.Enqueue(answer);

        Assert.Equal(1, await bench.RunAsync("run", "-c", WriteAndRun));

        Assert.True(bench.Has("a.txt"));
        Assert.Contains("'printf ran' was not run: the person said no", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Always_in_this_session_says_what_it_covers()
    {
        using var bench = new CliBench { Terminal = new FakeTerminal { IsInteractive = true } };
        foreach (var answer in new[] { "e", "a" }) bench.Terminal.Lines.Enqueue(answer);

        Assert.Equal(0, await bench.RunAsync("run", "-c", "for n in ['a.txt', 'b.txt']: write_file(n, 'x')"));

        Assert.True(bench.Has("b.txt"));
        Assert.Contains("[a]lways in this session (every write of a file)", bench.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n use tox", "the person said no: use tox")]
    [InlineData("no, use tox", "the person said no: use tox")]
    [InlineData("use tox", "the person said no: use tox")]
    [InlineData("N", "the person said no\n")]
    public async Task A_refusal_can_say_why(string answer, string told)
    {
        using var bench = new CliBench { Terminal = new FakeTerminal { IsInteractive = true } };
        bench.Terminal.Lines.Enqueue(answer);

        Assert.Equal(1, await bench.RunAsync("run", "-c", "run_command('printf x')"));

        Assert.Contains($"'printf x' was not run: {told}", bench.Error, StringComparison.Ordinal);
    }
}
