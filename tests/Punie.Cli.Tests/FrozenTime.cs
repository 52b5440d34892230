namespace Punie.Cli.Tests;

/// <summary>A clock that stands still until told to go on; its timers fire when their time has come.</summary>
internal sealed class FrozenTime : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_timers) _timers.Add(timer);
        return timer;
    }

    public void Pass(TimeSpan span)
    {
        Interlocked.Add(ref _now, span.Ticks);
        List<Timer> all;
        lock (_timers) all = [.. _timers];
        foreach (var timer in all) timer.FireIfDue();
    }

    private sealed class Timer(FrozenTime owner, Action fire) : ITimer
    {
        private long? _due;
        private TimeSpan _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : owner.GetTimestamp() + dueTime.Ticks;
            _period = period;
            return true;
        }

        public void FireIfDue()
        {
            if (_due is not { } due || due > owner.GetTimestamp()) return;
            _due = _period == Timeout.InfiniteTimeSpan ? null : owner.GetTimestamp() + _period.Ticks;
            fire();
        }

        public void Dispose()
        {
            lock (owner._timers) owner._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
