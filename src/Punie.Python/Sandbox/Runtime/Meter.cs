using System.Runtime.CompilerServices;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Counts what a run spends and stops it at its <see cref="SandboxLimits"/>.</summary>
internal sealed class Meter : IDisposable
{
    // The clock and the token are only read, so looking every slice changes how late they are noticed, never whether.
    private const int Slice = 1024;

    private readonly SandboxLimits _limits;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _cancellation;
    private long _started;
    private TimeSpan _usedBefore;
    private readonly MemoryLedger _memory;

    // Steps left in this slice, and behind it.
    private long _slice;
    private long _behind;
    private int _hostCalls;

    internal Meter(SandboxLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        _limits = limits;
        _clock = clock;
        _cancellation = cancellation;
        _started = clock.GetTimestamp();
        _memory = new MemoryLedger(limits.Bytes);
        _behind = limits.Steps;
        NextSlice();
    }

    internal CancellationToken Cancellation => _cancellation;

    /// <summary>Cancelled when this much time has passed by the clock that the limit of time goes by.</summary>
    internal CancellationTokenSource DeadlineAfter(TimeSpan time) => new(time, _clock);

    internal TimeSpan TimeLeft => _limits.WallTime - _usedBefore - _clock.GetElapsedTime(_started);

    internal long StepsTaken => _limits.Steps - _behind - _slice;

    /// <summary>One loop round, call or other unit of work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Step()
    {
        if (--_slice < 0) EndSlice();
    }

    /// <summary>Several units of native work at once; 0 is free.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Tick(long units)
    {
        if ((_slice -= units) < 0) EndSlice();
    }

    /// <summary>Call before an allocation whose size a program chooses: throws when it cannot fit.</summary>
    internal void Reserve(long bytes)
    {
        if (bytes > MemoryLedger.SmallBytes) _memory.Reserve(bytes);
    }

    /// <summary>Call before an array of a size that a program chooses: as <see cref="Reserve(long)"/>.</summary>
    internal void Reserve(long count, int bytesOfEach)
    {
        if (count > Array.MaxLength) throw new StopException(Limit.Bytes);
        Reserve(count * bytesOfEach);
    }

    /// <summary>
    /// Call after: <paramref name="owner"/> now holds that many bytes more, for as long as it is reachable.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Allocated(object owner, long bytes) => _memory.Allocated(owner, bytes);

    internal void HostCall()
    {
        if (++_hostCalls > _limits.HostCalls) throw new StopException(Limit.HostCalls);
    }

    /// <summary>Counts the wall time from now on, after what an earlier process used.</summary>
    internal void ContinueAfter(TimeSpan used) => (_usedBefore, _started) = (used, _clock.GetTimestamp());

    /// <summary>Looks at the clock and the token now.</summary>
    internal void CheckTime()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (TimeLeft <= TimeSpan.Zero) throw new StopException(Limit.WallTime);
    }

    public void Dispose() => _memory.Dispose();

    private void EndSlice()
    {
        if (_slice + _behind < 0) throw new StopException(Limit.Steps);
        CheckTime();
        _behind += _slice;
        NextSlice();
    }

    private void NextSlice()
    {
        _slice = Math.Min(Slice, _behind);
        _behind -= _slice;
    }
}
