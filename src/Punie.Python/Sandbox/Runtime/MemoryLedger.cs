using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Estimates the bytes that a run's reachable values hold, so that garbage does not count.</summary>
/// <remarks>
/// One allocation for every so many bytes is watched through a weak handle and stands for all of them. When the watched
/// weight would pass the limit, dead handles are dropped, after a collection if need be: what is left is what is alive.
/// </remarks>
internal sealed class MemoryLedger : IDisposable
{
    /// <summary>Smaller reservations are covered by sampling alone.</summary>
    internal const long SmallBytes = 2048;

    private readonly long _limit;
    private readonly long _interval;
    private readonly List<(GCHandle Handle, long Weight)> _watched = [];
    private long _untilSample;
    private long _live;
    private int _pruneAt = 4096;

    internal MemoryLedger(long limit)
    {
        _limit = limit;
        _interval = Math.Clamp(limit / 1024, 256, 65536);
        _untilSample = _interval;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Allocated(object owner, long bytes)
    {
        if ((_untilSample -= bytes) < 0) Watch(owner);
    }

    internal void Reserve(long bytes)
    {
        if (bytes > _limit) throw new StopException(Limit.Bytes);
        if (_live + bytes <= _limit) return;
        Measure(bytes);
        if (_live + bytes > _limit) throw new StopException(Limit.Bytes);
    }

    public void Dispose()
    {
        foreach (var (handle, _) in _watched) handle.Free();
        _watched.Clear();
    }

    private void Watch(object owner)
    {
        var weight = _interval - _untilSample;
        _untilSample = _interval;
        _watched.Add((GCHandle.Alloc(owner, GCHandleType.Weak), weight));
        _live += weight;
        if (_live > _limit) Reserve(0);
        else if (_watched.Count > _pruneAt) Prune();
    }

    private void Measure(long wanted)
    {
        Prune();
        // A collection is dear: only when the collections that happened anyway have not shown enough room.
        if (_live + wanted <= _limit - _limit / 4) return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        Prune();
    }

    private void Prune()
    {
        var kept = 0;
        _live = 0;
        for (var i = 0; i < _watched.Count; i++)
        {
            var (handle, weight) = _watched[i];
            if (handle.Target is null)
            {
                handle.Free();
                continue;
            }
            _live += weight;
            _watched[kept++] = (handle, weight);
        }
        _watched.RemoveRange(kept, _watched.Count - kept);
        _pruneAt = Math.Max(4096, kept * 2);
    }
}
