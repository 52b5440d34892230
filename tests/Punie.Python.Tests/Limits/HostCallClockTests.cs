using Punie.Python.Sandbox;
using static Punie.Python.Tests.Sandbox.Programs;

namespace Punie.Python.Tests.Limits;

/// <summary>Host calls end with the time limit by the clock that the run was given, not by the machine's.</summary>
public sealed class HostCallClockTests
{
    [Fact]
    public async Task A_host_call_ends_when_the_clock_of_the_run_says_that_its_time_is_up()
    {
        var token = TestContext.Current.CancellationToken;
        var clock = new RungClock();
        var begun = new TaskCompletionSource();
        var wait = new HostFunction("wait", [], async (_, cancellation) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            return PyValue.None;
        });
        var run = SandboxProgram.Compile("print('before')\nwait()\nprint('after')", [wait],
            Generous with { WallTime = TimeSpan.FromHours(10) })
            .RunAsync(new RunOptions { Clock = clock }, token);
        await begun.Task.WaitAsync(token);

        Assert.Equal(TimeSpan.FromHours(10), clock.Due);
        Assert.False(run.IsCompleted);
        clock.Ring();

        Assert.Equal(new RunOutcome.Stopped(Limit.WallTime, "before\n"), await run);
    }

    /// <summary>A clock that stands still, with one timer that the test fires.</summary>
    private sealed class RungClock : TimeProvider
    {
        private Action? _ring;

        internal TimeSpan Due { get; private set; }

        public override long GetTimestamp() => 0;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            _ring = () => callback(state);
            return new Rung();
        }

        internal void Ring() => _ring!();

        private sealed class Rung : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() { }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
