using System.Collections.Concurrent;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Suspension;

#pragma warning disable CA1001 // a host call that ends after the run still releases the semaphore; it holds nothing to free
/// <summary>Runs tasks on the program's thread; only host calls work elsewhere meanwhile.</summary>
internal sealed class EventLoop(RunContext ctx)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(1);

    private readonly Queue<Action> _ready = new();
    private readonly HashSet<PyTask> _tasks = [];
    private readonly PriorityQueue<PyFuture, (long Due, long Order)> _timers = new();
    private readonly ConcurrentQueue<(long Call, Action Action)> _completed = new();
    private readonly SortedSet<long> _running = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private long _order;
    private long _callsBegun;
    private bool _isRunning;
    private long _tasksMade;
    private PyException? _fatal;

    /// <summary>The task whose step runs now; or null.</summary>
    internal PyTask? Current { get; set; }

    internal bool IsRunning => _isRunning;

    /// <summary>Tasks that are not done.</summary>
    internal IEnumerable<PyTask> Tasks => _tasks;

    /// <summary>Starts a coroutine or other awaitable as a task; a future stays what it is.</summary>
    internal PyFuture Start(PyValue awaitable)
    {
        if (awaitable.Ref is PyFuture future)
        {
            future.Start(ctx);
            return future;
        }
        return StartTask(awaitable);
    }

    /// <summary>Starts an awaitable as a task of its own.</summary>
    internal PyTask StartTask(PyValue awaitable)
    {
        var task = new PyTask(Delegation.Awaiter(ctx, awaitable), this, awaitable) { Name = $"Task-{++_tasksMade}" };
        ctx.Meter.Allocated(task, 256);
        _tasks.Add(task);
        task.WhenDone(() => _tasks.Remove(task));
        CallSoon(() => task.Step(ctx));
        return task;
    }

    /// <summary>Runs the action in the next turn.</summary>
    internal void CallSoon(Action action)
    {
        _ready.Enqueue(action);
        ctx.Meter.Allocated(action, 96);
    }

    /// <summary>Calls a function of the program in the next turn; what it raises goes nowhere, as in CPython.</summary>
    internal void CallSoon(PyValue function, PyValue[] arguments) => CallSoon(() =>
    {
        var mark = ctx.Mark();
        try
        {
            ctx.Call(function, arguments);
        }
        catch (PyRaise)
        {
            ctx.Unwind(mark);
        }
    });

    /// <summary>Ends the run of the loop with an exception that no task keeps to itself.</summary>
    internal void Fail(PyException exception) => _fatal ??= exception;

    /// <summary>A future that is done after the delay.</summary>
    internal PyFuture After(TimeSpan delay)
    {
        var future = new PyFuture();
        ctx.Meter.Allocated(future, 160);
        var clock = ctx.Options.Clock;
        var due = clock.GetTimestamp()
            + (long)Math.Min(delay.TotalSeconds * clock.TimestampFrequency, long.MaxValue / 4);
        _timers.Enqueue(future, (due, _order++));
        return future;
    }

    /// <summary>Runs tasks until this one is done; its result, or its exception raised.</summary>
    internal PyValue Run(PyValue awaitable)
    {
        if (_isRunning) throw ctx.RuntimeError("asyncio.run() cannot be called from a running event loop");
        _isRunning = true;
        var main = Start(awaitable);
        RunUntilDone(main);
        CancelRest();
        _isRunning = false;
        if (_fatal is { } fatal)
        {
            _fatal = null;
            throw ctx.Raise(fatal);
        }
        return main.Get(ctx);
    }

    // One turn more after the end, as CPython's loop does before it stops.
    private void RunUntilDone(PyFuture main)
    {
        var stops = false;
        main.WhenDone(() => CallSoon(() => stops = true));
        while (!stops && _fatal is null)
        {
            ctx.Step();
            TakeCompleted();
            FireTimers();
            if (_ready.Count == 0) Wait();
            for (var left = _ready.Count; left > 0 && _fatal is null; left--)
            {
                ctx.Step();
                _ready.Dequeue()();
            }
        }
    }

    private void CancelRest()
    {
        PyTask[] rest = [.. _tasks];
        if (rest.Length == 0) return;
        foreach (var task in rest) task.Cancel(ctx, default);
        foreach (var task in rest) RunUntilDone(task);
    }

    /// <summary>Counts a host call that has not ended at once; its number is for <see cref="Post"/>.</summary>
    internal long BeginCall()
    {
        _running.Add(++_callsBegun);
        return _callsBegun;
    }

    /// <summary>Called from any thread when a host call has ended; the action runs on the program's thread.</summary>
    internal void Post(long call, Action action)
    {
        _completed.Enqueue((call, action));
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
            EndCalls();
            if (ctx.HostCallsRunning > 0) WaitFor(ctx.Meter.TimeLeft);
        }
    }

    private void TakeCompleted()
    {
        ctx.Journal?.Turn();
        if (!_completed.IsEmpty) EndCalls();
    }

    // Calls that end at about the same moment go on in the order in which they began, whichever thread was faster:
    // programs print the same then, run after run.
    private void EndCalls()
    {
        if (EarlierOneRuns()) SpinWait.SpinUntil(() => !EarlierOneRuns(), Grace);
        var ended = new List<(long Call, Action Action)>();
        while (_completed.TryDequeue(out var call)) ended.Add(call);
        foreach (var (call, action) in ended.OrderBy(e => e.Call))
        {
            _running.Remove(call);
            action();
        }
    }

    private bool EarlierOneRuns()
    {
        var ended = _completed.Select(c => c.Call).ToHashSet();
        var last = ended.Count == 0 ? 0 : ended.Max();
        return _running.TakeWhile(call => call < last).Any(call => !ended.Contains(call));
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
            _tasks.Clear();
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
