using Punie.Agent.CodeMode;
using Punie.Agent.Tests.CodeMode;
using Punie.Agent.Tools;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tests.Tools.Commands;

/// <summary>What a program can and cannot do to this machine with a command.</summary>
public sealed class RunCommandProgramTests : IDisposable
{
    private readonly ToolBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_time_limit_is_an_exception_that_the_program_can_catch()
    {
        Limit(limits => limits with { CommandTime = TimeSpan.FromMilliseconds(100) });

        var run = await RunAsync("try:\n    run_command('sleep 600')\nexcept TimeoutError as e:\n    print(e)");

        Assert.Equal("'sleep 600' was stopped after 0.1 seconds\n", run.Outcome.Output);
    }

    [Fact]
    public async Task Endless_output_is_cut_to_its_beginning_and_end()
    {
        Limit(limits => limits with { CommandOutputBytes = 1_000 });

        var run =
            await RunAsync(
                "text = run_command('sh', ['-c', 'head -c 50000000 /dev/zero | tr \"\\\\0\" x; "
                + "echo end'])\nprint(len(text), text[-4:])");

        Assert.Equal("1035 end\n\n", run.Outcome.Output);
    }

    [Fact]
    public async Task The_input_is_closed()
    {
        var run = await RunAsync("print(repr(run_command('cat')))");

        Assert.Equal("''\n", run.Outcome.Output);
    }

    [Fact]
    public async Task A_cancelled_program_leaves_no_grandchild_running()
    {
        Assert.SkipUnless(_bench.Context.Processes.Find("flock", "/") is not null,
            "flock (util-linux) is not installed");
        await _bench.RunAsync("mkfifo", "ready");
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        const string Script = "(flock -n 9; echo yes > ready; sleep 600) 9> lock & wait";
        var running = CancellableAsync($"run_command('bash', ['-c', '{Script}'])", cancel.Token);
        await File.ReadAllTextAsync(_bench.Folder["ready"], TestContext.Current.CancellationToken);

        await cancel.CancelAsync();

        Assert.IsType<RunOutcome.Cancelled>((await running).Outcome);
        // The lock is free only when every process that held it is gone.
        await _bench.RunAsync("flock", "lock", "true");
    }

    [Fact]
    public async Task What_a_command_leaves_behind_ends_with_it()
    {
        Assert.SkipUnless(_bench.Context.Processes.Find("flock", "/") is not null,
            "flock (util-linux) is not installed");
        await _bench.RunAsync("mkfifo", "ready");
        const string Script = "(flock -n 9; echo yes > ready; sleep 600) 9> lock & read line < ready";

        var run = await RunAsync($"run_command('bash', ['-c', '{Script}'])");

        Assert.IsType<RunOutcome.Finished>(run.Outcome);
        await _bench.RunAsync("flock", "lock", "true");
    }

    private void Limit(Func<ToolLimits, ToolLimits> change) =>
        _bench.Context = _bench.Context with { Limits = change(_bench.Context.Limits) };

    private Task<CodeRun> RunAsync(string program) => CancellableAsync(program, TestContext.Current.CancellationToken);

    private Task<CodeRun> CancellableAsync(string program, CancellationToken cancellationToken) =>
        new CodeRunner(BuiltInTools.Create(), _bench.Context, CodeLimits.Default, TimeProvider.System)
            .RunAsync(program, new SilentObserver(), cancellationToken);
}
