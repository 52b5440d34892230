using System.Collections.Concurrent;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Suspension;

#pragma warning disable CA1001 // a host call that ends after the run still releases the semaphore; it holds nothing to free
/// <summary>Runs tasks on the program's thread; only host calls work elsewhere meanwhile.</summary>
internal sealed class EventLoop(RunContext ctx)
{
    private readonly Queue<PyTask> _ready = new();
    private readonly PriorityQueue<PyFuture, (long Due, long Order)> _timers = new();
    private readonly ConcurrentQueue<Action> _completed = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private long _order;
    private bool _isRunning;

    /// <summary>Starts a coroutine or other awaitable as a task; a future stays what it is.</summary>
    internal PyFuture Start(PyValue awaitable)
    {
        if (awaitable.Ref is PyFuture future)
        {
            future.Start(ctx);
            return future;
        }
        var task = new PyTask(Delegation.Awaiter(ctx, awaitable), this);
        ctx.Meter.Allocated(task, 160);
        Schedule(task);
        return task;
    }

    internal void Schedule(PyTask task) => _ready.Enqueue(task);

    /// <summary>A future that is done after the delay.</summary>
    internal PyFuture After(TimeSpan delay)
    {
        var future = new PyFuture();
        ctx.Meter.Allocated(future, 160);
        var clock = ctx.Options.Clock;
        var due = clock.GetTimestamp() + (long)Math.Min(delay.TotalSeconds * clock.TimestampFrequency, long.MaxValue / 4);
        _timers.Enqueue(future, (due, _order++));
        return future;
    }

    /// <summary>Runs tasks until this one is done; its result, or its exception raised.</summary>
    internal PyValue Run(PyValue awaitable)
    {
        if (_isRunning) throw ctx.RuntimeError("asyncio.run() cannot be called from a running event loop");
        _isRunning = true;
        var main = Start(awaitable);
        while (!main.IsDone)
        {
            ctx.Step();
            TakeCompleted();
            FireTimers();
            if (_ready.TryDequeue(out var task)) task.Step(ctx);
            else if (!main.IsDone) Wait();
        }
        _isRunning = false;
        return main.Get(ctx);
    }

    /// <summary>Called from any thread when a host call has ended; the action runs on the program's thread.</summary>
    internal void Post(Action action)
    {
        _completed.Enqueue(action);
        _arrived.Release();
    }

    /// <summary>Waits for one host call that the program called without <c>await</c>.</summary>
    internal void WaitUntil(PyFuture future)
    {
        while (!future.IsDone)
        {
            ctx.Meter.CheckTime();
            TakeCompleted();
            if (!future.IsDone) WaitFor(ctx.Meter.TimeLeft);
        }
    }

    /// <summary>As <c>time.sleep</c>.</summary>
    internal void Sleep(TimeSpan delay)
    {
        var future = After(delay);
        while (!future.IsDone)
        {
            ctx.Meter.CheckTime();
            TakeCompleted();
            FireTimers();
            if (!future.IsDone) Wait();
        }
    }

    /// <summary>Waits for the host calls that have begun; runs nothing of the program meanwhile.</summary>
    internal void WaitForHost()
    {
        while (ctx.HostCallsRunning > 0)
        {
            ctx.Meter.CheckTime();
            while (_completed.TryDequeue(out var action)) action();
            if (ctx.HostCallsRunning > 0) WaitFor(ctx.Meter.TimeLeft);
        }
    }

    private void TakeCompleted()
    {
        ctx.Journal?.Turn();
        while (_completed.TryDequeue(out var action)) action();
    }

    private void FireTimers()
    {
        if (_timers.Count == 0) return;
        var now = ctx.Options.Clock.GetTimestamp();
        while (_timers.TryPeek(out var future, out var when) && when.Due <= now)
        {
            _timers.Dequeue();
            future.SetResult(PyValue.None);
        }
    }

    private void Wait()
    {
        ctx.Meter.CheckTime();
        var left = ctx.Meter.TimeLeft;
        if (_timers.TryPeek(out _, out var next))
        {
            var until = ctx.Options.Clock.GetElapsedTime(ctx.Options.Clock.GetTimestamp(), next.Due);
            if (until < left) left = until;
        }
        else if (ctx.HostCallsRunning == 0)
        {
            _isRunning = false;
            throw ctx.RuntimeError("all tasks wait for each other: nothing can wake them");
        }
        WaitFor(left);
    }

    private void WaitFor(TimeSpan time)
    {
        if (ctx.Journal is { IsReplaying: true } journal)
        {
            journal.Wait();
            return;
        }
        // One millisecond more, so that the clock has passed the moment when the wait ends.
        var milliseconds = Math.Clamp(time.TotalMilliseconds + 1, 0, 60_000);
        _arrived.Wait(TimeSpan.FromMilliseconds(milliseconds), ctx.Meter.Cancellation);
    }
}
