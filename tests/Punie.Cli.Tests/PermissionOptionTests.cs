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
