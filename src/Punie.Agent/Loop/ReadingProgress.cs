namespace Punie.Agent.Loop;

/// <summary>Counts what was sent and what its reader is done with.</summary>
internal sealed class ReadingProgress
{
    private readonly Lock _guard = new(); // protects all: the reader and several writers count
    private readonly List<(long Sent, TaskCompletionSource Done)> _waiting = [];
    private long _sent;
    private long _seen;

    /// <summary>One more was sent, or is about to be.</summary>
    public void Sent()
    {
        lock (_guard) _sent++;
    }

    /// <summary>The reader is done with one more.</summary>
    public void Seen()
    {
        lock (_guard)
        {
            _seen++;
            foreach (var (_, done) in _waiting.Where(one => one.Sent <= _seen)) done.TrySetResult();
            _waiting.RemoveAll(one => one.Sent <= _seen);
        }
    }

    /// <summary>Waits until the reader is done with all that was sent so far.</summary>
    public Task CaughtUpAsync(CancellationToken cancellationToken)
    {
        lock (_guard)
        {
            if (_seen >= _sent) return Task.CompletedTask;
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((_sent, done));
            return done.Task.WaitAsync(cancellationToken);
        }
    }
}
