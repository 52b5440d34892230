namespace Punie.EndToEnd.Tests;

public sealed class UndoEndToEndTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("punie-undo-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_later_process_puts_back_what_an_earlier_one_wrote()
    {
        var project = Path.Combine(_folder, "project");
        Directory.CreateDirectory(project);
        await File.WriteAllTextAsync(Path.Combine(project, "a.txt"), "old", TestContext.Current.CancellationToken);

        var wrote =
            await PunieAsync("run", "-c", "write_file('a.txt', 'new')\nwrite_file('sub/b.txt', 'new')", "--mode",
            "auto-edit", "-w", project);
        var undone = await PunieAsync("undo", "-w", project);

        Assert.True(wrote.Code == 0, wrote.Error);
        Assert.Equal((0, "undid turn 1  \"punie run -c\"\n  restored  a.txt\n  removed   sub/b.txt\n"),
            (undone.Code, undone.Output));
        Assert.Equal("old",
            await File.ReadAllTextAsync(Path.Combine(project, "a.txt"), TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(Path.Combine(project, "sub")));
    }

    [Fact]
    public async Task A_killed_process_leaves_what_it_wrote_to_be_undone()
    {
        // The program writes, says so through a pipe and waits there for ever.
        var project = Path.Combine(_folder, "project");
        Directory.CreateDirectory(project);
        var pipe = Path.Combine(_folder, "pipe");
        await BuiltProgram.RunProgramAsync("mkfifo", pipe);
        using var process = BuiltProgram.StartProgram(
            "/bin/sh", "-c", "XDG_STATE_HOME=\"$0\" exec \"$@\"", Path.Combine(_folder, "state"), BuiltProgram.Path,
            "run", "-c", $"write_file('a.txt', 'new')\nrun_command('sh', ['-c', 'echo written > {pipe}; sleep 600'])",
            "--yes", "-w", project);
        using var told = new StreamReader(pipe);
        Assert.Equal("written", await told.ReadLineAsync(TestContext.Current.CancellationToken));
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        var undone = await PunieAsync("undo", "-w", project);

        Assert.Equal((0, "undid turn 1  \"punie run -c\"\n  removed   a.txt\n"), (undone.Code, undone.Output));
    }

    private Task<RunResult> PunieAsync(params string[] arguments) => BuiltProgram.RunProgramAsync(
        "/bin/sh",
        ["-c", "XDG_STATE_HOME=\"$0\" exec \"$@\"", Path.Combine(_folder, "state"), BuiltProgram.Path, .. arguments]);
}
