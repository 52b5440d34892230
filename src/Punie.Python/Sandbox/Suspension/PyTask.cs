using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Suspension;

/// <summary>A coroutine that the event loop runs beside others.</summary>
internal sealed class PyTask(PyValue awaiter, EventLoop loop, PyValue coroutine) : PyFuture(TaskType)
{
    internal static readonly PyType TaskType = PyType.Native("Task", "_asyncio", FutureType);

    private bool _mustCancel;
    private PyFuture? _waitingFor;

    internal string Name { get; set; } = "Task";

    internal PyValue Coroutine { get; } = coroutine;

    /// <summary>How often it was cancelled, less <c>uncancel()</c>.</summary>
    internal int CancelRequests { get; private set; }

    /// <summary>Runs the coroutine to its next suspension.</summary>
    internal void Step(RunContext ctx)
    {
        if (IsDone) return;
        var mark = ctx.Mark();
        var thrown = _mustCancel ? Cancelled(CancelMessage) : null;
        (_mustCancel, _waitingFor) = (false, null);
        var outer = loop.Current;
        loop.Current = this;
        PyException? error = null;
        try
        {
            if (Delegation.Resume(ctx, awaiter, PyValue.None, thrown, out var value)) WaitFor(ctx, value);
            else SetResult(value);
        }
        catch (PyRaise raise)
        {
            ctx.Unwind(mark);
            error = raise.Value;
        }
        loop.Current = outer;
        if (error is not null) End(error);
    }

    internal override bool Cancel(RunContext ctx, PyValue message)
    {
        if (IsDone) return false;
        CancelRequests++;
        if (_waitingFor is not null && _waitingFor.Cancel(ctx, message)) return true;
        (_mustCancel, CancelMessage) = (true, message);
        return true;
    }

    /// <summary>Takes back one cancellation; how many are left.</summary>
    internal int Uncancel() => CancelRequests > 0 ? --CancelRequests : 0;

    private void End(PyException error)
    {
        if (error.Type.IsSubclassOf(ExceptionTypes.CancelledError))
            SetCancelled(error.Arguments.Length > 0 ? error.Arguments[0] : default);
        else SetError(error);
        if (error.Type.IsSubclassOf(ExceptionTypes.SystemExit)
            || error.Type.IsSubclassOf(ExceptionTypes.KeyboardInterrupt)) loop.Fail(error);
    }

    private void WaitFor(RunContext ctx, PyValue value)
    {
        if (value.Ref is not PyFuture future)
        {
            loop.CallSoon(() => Step(ctx));
            return;
        }
        _waitingFor = future;
        future.WhenDone(() => loop.CallSoon(() => Step(ctx)));
        if (_mustCancel && future.Cancel(ctx, CancelMessage)) _mustCancel = false;
    }
}
