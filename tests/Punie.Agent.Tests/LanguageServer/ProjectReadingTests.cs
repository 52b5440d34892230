using Punie.Agent.LanguageServer;

namespace Punie.Agent.Tests.LanguageServer;

/// <summary>How long a question about the whole project waits for a server that has just started.</summary>
public sealed class ProjectReadingTests
{
    [Fact]
    public async Task Names_are_asked_for_until_one_is_known_and_never_again()
    {
        var reading = new ProjectReading(TimeProvider.System);
        var asked = new List<string>();

        await reading.WaitAsync(["Cart", "Order"], IsKnownAsync, TestContext.Current.CancellationToken);
        Assert.Equal(["Cart", "Order", "Cart", "Order"], asked);

        await reading.WaitAsync(["Cart"], IsKnownAsync, TestContext.Current.CancellationToken);
        Assert.Equal(4, asked.Count);

        Task<bool> IsKnownAsync(string name, CancellationToken cancellationToken)
        {
            asked.Add(name);
            return Task.FromResult(asked.Count == 4);
        }
    }

    [Fact]
    public async Task A_project_that_defines_nothing_is_not_waited_for()
    {
        var reading = new ProjectReading(TimeProvider.System);

        await reading.WaitAsync([], (_, _) =>
            throw new InvalidOperationException(), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_server_that_never_knows_a_name_is_not_waited_for_for_ever()
    {
        var clock = new HurryingClock();
        var reading = new ProjectReading(clock);

        await reading.WaitAsync(["Cart"], (_, _) => Task.FromResult(false), TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(30), clock.Passed);
    }

    /// <summary>A delay is over at once, and its time has passed.</summary>
    private sealed class HurryingClock : TimeProvider
    {
        public TimeSpan Passed { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Passed += dueTime;
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
