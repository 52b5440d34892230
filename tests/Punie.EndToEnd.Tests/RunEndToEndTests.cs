namespace Punie.EndToEnd.Tests;

public sealed class RunEndToEndTests(Shop shop)
{
    [Fact]
    public async Task Lint_findings_come_from_ruff()
    {
        var result = await BuiltProgram.RunAsync(
            "run", "-c", "r = ruff_check(\"src\")\nprint(r.violation_count, sorted({v.code for v in r.violations}))",
            "-w", shop.Folder);

        Assert.Equal(0, result.Code);
        Assert.Matches(@"^\d+ \['B006', .*'F401'.*\]\n$", result.Output);
    }

    [Fact]
    public async Task An_uncaught_exception_ends_with_pythons_last_line_and_exit_code_1()
    {
        var result =
            await BuiltProgram.RunAsync("run", "-c", "print('before')\nraise ValueError('no')", "-w", shop.Folder);

        Assert.Equal((1, "before\n"), (result.Code, result.Output));
        Assert.EndsWith("\nValueError: no\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_program_is_stopped_by_its_limit_with_its_output_kept()
    {
        var result = await BuiltProgram.RunAsync("run", "-c", "print('start')\nwhile True: pass", "-w", shop.Folder);

        Assert.Equal((1, "start\n"), (result.Code, result.Output));
        Assert.Contains("reached its limit of 20,000,000 steps", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_only_the_version() =>
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", (await BuiltProgram.RunAsync("--version")).Output);

    [Fact]
    public async Task A_reader_that_leaves_early_is_no_error()
    {
        using var process = BuiltProgram.StartPunie("tools", "--json");
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        process.StandardOutput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_interrupt_ends_the_turn_and_what_it_started()
    {
        // Opening the pipe waits until the command is there; it ends when the last process that writes into it does.
        var pipe = Path.Combine(shop.Folder, "..", "pid");
        await BuiltProgram.RunProgramAsync("mkfifo", pipe);
        using var process = BuiltProgram.StartInterruptible(
            "run", "-c", $"run_command('sh', ['-c', 'exec > {pipe}; echo started; sleep 600'])", "--yes", "-w",
            shop.Folder);
        using var child = new StreamReader(pipe);
        Assert.Equal("started", await child.ReadLineAsync(TestContext.Current.CancellationToken));

        await BuiltProgram.RunProgramAsync("kill", "-INT",
            process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Equal("", await child.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
