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

    /// <summary>False when it is done already.</summary>
    internal virtual bool Cancel(RunContext ctx, PyValue message)
    {
        if (IsDone) return false;
        SetCancelled(message);
        return true;
    }

    internal bool IsCancelled { get; private set; }

    /// <summary>What <c>cancel(msg)</c> was given; unbound without it.</summary>
    internal PyValue CancelMessage { get; private protected set; }

    internal void SetCancelled(PyValue message)
    {
        (IsCancelled, CancelMessage) = (true, message);
        SetError(Cancelled(message));
    }

    internal static PyException Cancelled(PyValue message) =>
        new(ExceptionTypes.CancelledError, message.IsUnbound || message.IsNone ? [] : [message]);

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
    internal PyValue Get(RunContext ctx) =>
        Error is null ? Result : throw ctx.Raise(IsCancelled ? Cancelled(CancelMessage) : Error);

    internal override string Repr(RunContext ctx) =>
        !IsDone ? $"<{Type.Name} pending>"
            : IsCancelled
            ? $"<{Type.Name} cancelled>" : Error is not null ? $"<{Type.Name} finished exception={ctx.Repr(Error.AsValue)}>"
            : $"<{Type.Name} finished result={ctx.Repr(Result)}>";

    private void Complete()
    {
        IsDone = true;
        foreach (var action in _whenDone) action();
        _whenDone.Clear();
    }
}
