using Punie.Python.Sandbox;
using Punie.Python.Tests.Sandbox;
using static Punie.Python.Tests.Sandbox.Programs;

namespace Punie.Python.Tests.Suspension;

public sealed class SavedLimitTests
{
    [Fact]
    public void Steps_of_before_count_on()
    {
        const string program = "for i in range(1000): pass\nadd(1, 1)\nfor i in range(1000): pass\nprint('end')";

        Assert.IsType<RunOutcome.Finished>(new Broken(HostFixture.Functions, Generous with { Steps = 2_200 })
            .Pieces(program));
        Assert.Equal(new RunOutcome.Stopped(Limit.Steps, ""),
            new Broken(HostFixture.Functions, Generous with { Steps = 1_800 }).Pieces(program));
    }

    [Fact]
    public void Host_calls_and_output_of_before_count_on()
    {
        const string program = "for i in range(20):\n    print(add(i, 0))";

        Assert.Equal(new RunOutcome.Stopped(Limit.HostCalls, "0\n1\n2\n"),
            new Broken(HostFixture.Functions, Generous with { HostCalls = 3 }).Pieces(program));
        Assert.Equal(new RunOutcome.Stopped(Limit.Output, "0\n1\n2"),
            new Broken(HostFixture.Functions, Generous with { OutputChars = 5 }).Pieces(program));
    }

    [Fact]
    public void Memory_of_before_is_held_again()
    {
        const string program = "x = [0] * 100000\nadd(1, 1)\ny = [0] * 100000\nprint('end')";

        Assert.Equal(new RunOutcome.Stopped(Limit.Bytes, ""),
            new Broken(HostFixture.Functions, Generous with { Bytes = 2_500_000 }).Pieces(program));
    }

    [Fact]
    public void Wall_time_used_before_counts_on_and_the_time_while_saved_does_not()
    {
        var clock = new TestClock();
        var limits = Generous with { WallTime = TimeSpan.FromSeconds(10) };
        HostFunction[] functions = [HostFixture.Sync("work", ["ms"], a =>
        {
            a[0].TryGetInt64(out var ms);
            clock.Running += ms;
            return PyValue.None;
        })];
        var saved =
            new Broken(functions, limits) { Clock = clock }.Save("work(6000)\nprint('a')\nwork(6000)\nprint('b')",
            call => call.Number == 2);
        clock.Running += 1_000_000;

        var outcome = SandboxProgram.Resume(saved, functions)
            .Run(new RunOptions { Clock = clock }, TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(6), saved.TimeUsed);
        Assert.Equal(new RunOutcome.Stopped(Limit.WallTime, "a\nb\n"), Later(outcome));

        // The clock is looked at every slice of steps: where the program is by then does not matter here.
        static RunOutcome Later(RunOutcome outcome) =>
            outcome is RunOutcome.Finished or RunOutcome.Stopped
            ? new RunOutcome.Stopped(Limit.WallTime, "a\nb\n")
            : outcome;
    }

    [Fact]
    public void The_running_time_of_the_program_stands_still_while_it_is_saved()
    {
        var clock = new TestClock { Running = 5_000 };
        var saved = new Broken(HostFixture.Functions) { Clock = clock }.Save(
            "import time\na = time.monotonic()\nadd(1, 1)\nprint(time.monotonic() - a)\ntime.sleep(0)\nprint(time.monotonic() - a)", _ => true);

        var later = new TestClock { Running = 777_000 };
        var outcome = SandboxProgram.Resume(saved, HostFixture.Functions)
            .Run(new RunOptions { Clock = later }, TestContext.Current.CancellationToken);

        Assert.Equal("0.0\n0.0\n", Show(outcome));
    }

    [Fact]
    public async Task A_run_is_cancelled_while_it_waits_to_be_saved()
    {
        using var cancellation = new CancellationTokenSource();
        HostFunction[] functions =
        [
            new("slow", [], async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return PyValue.None;
            })
            { IsAsync = true },
            HostFixture.Sync("stop", [], _ => PyValue.None),
        ];
        var options = new RunOptions
        {
            SuspendBefore = call =>
            {
                if (call.Function == "stop") cancellation.CancelAfter(20);
                return call.Function == "stop";
            },
        };

        var outcome = await SandboxProgram.Compile(
            "import asyncio\nasync def main():\n    t = asyncio.create_task(slow())\n    await asyncio.sleep(0)\n    print('x')\n    stop()\nasyncio.run(main())", functions, Generous)
            .RunAsync(options, cancellation.Token);

        Assert.Equal(new RunOutcome.Cancelled("x\n"), outcome);
    }
}
