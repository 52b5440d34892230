namespace Punie.Agent.Tests.Processes;

/// <summary>A clock whose timers fire when the test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<Timer> _timers = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state)) { Due = dueTime };
        lock (_timers) _timers.Add(timer);
        return timer;
    }

    /// <summary>Fires every waiting timer that is due within <paramref name="span"/>.</summary>
    public void Pass(TimeSpan span)
    {
        List<Timer> due;
        lock (_timers) due = _timers.Where(timer => timer.Due >= TimeSpan.Zero && timer.Due <= span).ToList();
        foreach (var timer in due) timer.Fire();
    }

    private sealed class Timer(ManualTime owner, Action fire) : ITimer
    {
        public TimeSpan Due { get; set; }

        public void Fire()
        {
            Due = Timeout.InfiniteTimeSpan;
            fire();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            return true;
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
