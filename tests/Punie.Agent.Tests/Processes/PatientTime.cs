namespace Punie.Agent.Tests.Processes;

/// <summary>
/// The real clock, but what waits for a second or longer waits twenty times as long: limits that only end what hangs
/// say nothing about a machine that is busy.
/// </summary>
internal sealed class PatientTime : TimeProvider
{
    private const int Factor = 20;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public static PatientTime Clock { get; } = new();

    // Elapsed times are shorter by the same factor.
    public override long TimestampFrequency => System.TimestampFrequency * Factor;

    public override long GetTimestamp() => System.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(System.CreateTimer(callback, state, Longer(dueTime), Longer(period)));

    private static TimeSpan Longer(TimeSpan span) => span >= Shortest ? span * Factor : span;

    private sealed class Timer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Longer(dueTime), Longer(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
