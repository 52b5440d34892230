namespace Punie.Fuzz.Judging;

/// <summary>Samples the managed heap while a case runs.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _running = new();
    private long _resting;
    private long _peak;
    private volatile bool _ended;

    internal MemoryWatch()
    {
        Rest();
        _thread = new Thread(Sample) { IsBackground = true, Name = "Memory watch" };
        _thread.Start();
    }

    /// <summary>Bytes of the heap when nothing runs.</summary>
    internal long Resting => _resting;

    /// <summary>Measures the heap without garbage.</summary>
    internal void Rest()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _resting = GC.GetTotalMemory(forceFullCollection: true);
    }

    internal void Begin()
    {
        _peak = 0;
        _running.Set();
    }

    /// <summary>The highest growth over the resting heap since <see cref="Begin"/>, garbage included.</summary>
    internal long End()
    {
        _running.Reset();
        return Math.Max(Volatile.Read(ref _peak), GC.GetTotalMemory(forceFullCollection: false)) - _resting;
    }

    public void Dispose()
    {
        _ended = true;
        _running.Set();
        _thread.Join();
        _running.Dispose();
    }

    private void Sample()
    {
        while (true)
        {
            _running.Wait();
            if (_ended) return;
            var now = GC.GetTotalMemory(forceFullCollection: false);
            if (now > _peak) Volatile.Write(ref _peak, now);
            Thread.Sleep(2);
        }
    }
}
