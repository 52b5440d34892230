using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Suspension;

/// <summary>A result that may come later.</summary>
internal class PyFuture : PyObject
{
    internal static readonly PyType FutureType = PyType.Native("Future", "_asyncio");

    private readonly List<Action> _whenDone = [];

    internal PyFuture() : base(FutureType)
    {
    }

    private protected PyFuture(PyType type) : base(type)
    {
    }

    internal bool IsDone { get; private set; }

    /// <summary>Set when it ended with an exception.</summary>
    internal PyException? Error { get; private set; }

    internal PyValue Result { get; private set; }

    internal void SetResult(PyValue value)
    {
        if (IsDone) return;
        Result = value;
        Complete();
    }

    internal void SetError(PyException error)
    {
        if (IsDone) return;
        Error = error;
        Complete();
    }

    internal void WhenDone(Action action)
    {
        if (IsDone) action();
        else _whenDone.Add(action);
    }

    /// <summary>Begins the work, where it does not begin by itself.</summary>
    internal virtual void Start(RunContext ctx)
    {
    }

    internal virtual bool Cancel(RunContext ctx)
    {
        if (IsDone) return false;
        SetError(new PyException(ExceptionTypes.CancelledError, []));
        return true;
    }

    /// <summary>As an awaited value: true while it is not done.</summary>
    internal bool Resume(RunContext ctx, PyException? thrown, out PyValue value)
    {
        if (thrown is not null) throw ctx.Raise(thrown);
        Start(ctx);
        value = AsValue;
        if (!IsDone) return true;
        value = Get(ctx);
        return false;
    }

    /// <summary>The result, or the exception raised.</summary>
    internal PyValue Get(RunContext ctx) => Error is null ? Result : throw ctx.Raise(Error);

    private void Complete()
    {
        IsDone = true;
        foreach (var action in _whenDone) action();
        _whenDone.Clear();
    }
}

/// <summary>A coroutine that the event loop runs beside others.</summary>
internal sealed class PyTask(PyValue awaiter, EventLoop loop) : PyFuture(TaskType)
{
    internal static readonly PyType TaskType = PyType.Native("Task", "_asyncio", FutureType);

    private PyException? _thrown;
    private PyFuture? _waitingFor;

    /// <summary>Runs the coroutine to its next suspension.</summary>
    internal void Step(RunContext ctx)
    {
        if (IsDone) return;
        var mark = ctx.Mark();
        var thrown = _thrown;
        (_thrown, _waitingFor) = (null, null);
        try
        {
            if (Delegation.Resume(ctx, awaiter, PyValue.None, thrown, out var value)) WaitFor(value);
            else SetResult(value);
        }
        catch (PyRaise raise)
        {
            ctx.Unwind(mark);
            SetError(raise.Value);
        }
    }

    internal override bool Cancel(RunContext ctx)
    {
        if (IsDone) return false;
        _thrown = new PyException(ExceptionTypes.CancelledError, []);
        if (_waitingFor is PyTask or null) _waitingFor?.Cancel(ctx);
        loop.Schedule(this);
        return true;
    }

    private void WaitFor(PyValue value)
    {
        if (value.Ref is PyFuture future)
        {
            _waitingFor = future;
            future.WhenDone(() => loop.Schedule(this));
        }
        else loop.Schedule(this);
    }
}
