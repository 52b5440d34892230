namespace Punie.Cli.Tests;

public sealed class UndoTests
{
    [Fact]
    public async Task What_a_program_wrote_is_put_back_and_told()
    {
        using var bench = new CliBench();
        var file = bench.Write("a.txt", "old\n");
        await bench.RunAsync("run", "-c", "write_file('a.txt', 'new')\nwrite_file('b.txt', 'new')", "--yes");

        Assert.Equal(0, await bench.RunAsync("undo"));

        Assert.Equal("undid turn 1  \"punie run -c\"\n  restored  a.txt\n  removed   b.txt\n", bench.Output);
        Assert.Equal("old\n", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.False(bench.Has("b.txt"));
    }

    [Fact]
    public async Task Each_prompt_is_a_turn_of_its_own_that_can_be_listed()
    {
        using var bench = new CliBench
        {
            RouterScript = """
                {"code": "print(write_file('a.txt', 'x'))"}
                {"code": "print(write_file('b.txt', 'x'))"}
                """,
        };
        var prompts = bench.Write("prompts.txt", "write a\nwrite b\n");
        Assert.Equal(0, await bench.RunAsync("ask", "--prompts", prompts, "--yes"));

        Assert.Equal(0, await bench.RunAsync("undo", "--list"));

        var time = @"\d{4}-\d\d-\d\d \d\d:\d\d UTC";
        Assert.Matches($"\n   2  {time}  b.txt \\(new\\)  \"write b\"\n   1  {time}  a.txt \\(new\\)  \"write a\"\n$",
            bench.Output);
    }

    [Fact]
    public async Task A_file_changed_since_is_kept_until_force_is_said()
    {
        using var bench = new CliBench();
        await bench.RunAsync("run", "-c", "write_file('a.txt', 'new')", "--yes");
        bench.Write("a.txt", "mine");

        Assert.Equal(1, await bench.RunAsync("undo"));
        Assert.True(bench.Has("a.txt"));
        Assert.Equal(0, await bench.RunAsync("undo", "--force"));

        Assert.Contains("  kept      a.txt: it was changed after the turn; --force overwrites it\n", bench.Output,
            StringComparison.Ordinal);
        Assert.False(bench.Has("a.txt"));
    }

    [Fact]
    public async Task Nothing_to_undo_is_said()
    {
        using var bench = new CliBench();

        Assert.Equal(1, await bench.RunAsync("undo"));
        Assert.Equal(0, await bench.RunAsync("undo", "--list"));

        Assert.Equal(("punie: there is nothing to undo\n", "there is nothing to undo\n"), (bench.Error, bench.Output));
    }
}
