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
    private Watched[] _watched = new Watched[64];
    private int _count;
    private long _untilSample;
    private long _live;
    private int _pruneAt = 4096;

    // Of the whole process, when this run had allocated a little; other runs only make us look more often.
    private long _processBefore = -1;
    private long _sinceLook;
    private long _sinceCollection;

    internal MemoryLedger(long limit)
    {
        _limit = limit;
        _interval = Math.Clamp(limit / 1024, 256, 65536);
        _untilSample = _interval;
        _sinceCollection = limit;
    }

    // Garbage that .NET is slow to collect may come on top of the limit up to here.
    private const long Garbage = 8 * 1024 * 1024;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Allocated(object owner, long bytes)
    {
        if ((_untilSample -= bytes) < 0) Watch(owner);
    }

    internal void Reserve(long bytes)
    {
        if (bytes > _limit) throw new StopException(Limit.Bytes);
        Look(bytes);
        if (_live + bytes <= _limit) return;
        Measure(bytes);
        if (_live + bytes > _limit) throw new StopException(Limit.Bytes);
    }

    public void Dispose()
    {
        for (var i = 0; i < _count; i++) _watched[i].Handle.Free();
        _count = 0;
    }

    private void Watch(object owner)
    {
        var weight = _interval - _untilSample;
        _untilSample = _interval;
        if (_count == _watched.Length)
        {
            var larger = new Watched[2 * _count];
            Array.Copy(_watched, larger, _count);
            _watched = larger;
        }
        _watched[_count++] = new Watched(GCHandle.Alloc(owner, GCHandleType.Weak), weight);
        _live += weight;
        Look(weight);
        if (_live > _limit) Reserve(0);
        else if (_count > _pruneAt) Prune();
    }

    // Some garbage is not watched, such as buffers on the way to a result: what the process holds is looked at now and
    // then.
    private void Look(long bytes)
    {
        _sinceCollection += bytes;
        if ((_sinceLook += bytes) < _limit / 32) return;
        _sinceLook = 0;
        var now = GC.GetTotalMemory(forceFullCollection: false);
        if (_processBefore < 0) _processBefore = now;
        if (now - _processBefore <= _limit + Garbage || _sinceCollection < _limit / 4) return;
        Collect();
    }

    private void Collect()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        _sinceCollection = 0;
        Prune();
    }

    private void Measure(long wanted)
    {
        Prune();
        // A collection is dear: only when the collections that happened anyway have not shown enough room.
        if (_live + wanted <= _limit - _limit / 4) return;
        Collect();
    }

    private void Prune()
    {
        var kept = 0;
        _live = 0;
        for (var i = 0; i < _count; i++)
        {
            var watched = _watched[i];
            if (watched.Handle.Target is null)
            {
                watched.Handle.Free();
                continue;
            }
            _live += watched.Weight;
            _watched[kept++] = watched;
        }
        _count = kept;
        _pruneAt = Math.Max(4096, kept * 2);
    }

    private readonly struct Watched(GCHandle handle, long weight)
    {
        internal readonly GCHandle Handle = handle;
        internal readonly long Weight = weight;
    }
}
