using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Modules.Asyncio;

/// <summary><c>asyncio.gather(…)</c>: the results of several awaitables in order.</summary>
internal sealed class PyGather(PyFuture[] children, bool keepsErrors) : PyFuture
{
    private bool _cancelRequested;
    private int _open;

    /// <summary>Starts all of them at once.</summary>
    internal static PyValue Start(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var awaitables = ((PyTuple)a[0].Ref!).Items;
        var started = new Dictionary<object, PyFuture>(ReferenceEqualityComparer.Instance);
        var children = new PyFuture[awaitables.Length];
        for (var i = 0; i < children.Length; i++)
        {
            ctx.Step();
            if (awaitables[i].Ref is not { } key || !started.TryGetValue(key, out var child))
                started[awaitables[i].Ref!] = child = AsyncioModule.Future(ctx, awaitables[i]);
            children[i] = child;
        }
        var gather = new PyGather(children, ctx.Truth(a[1])) { _open = started.Count };
        if (children.Length == 0) gather.SetResult(ctx.NewList([]));
        foreach (var child in started.Values) child.WhenDone(() => ctx.Loop.CallSoon(() => gather.Take(ctx, child)));
        return ctx.New(gather, 160);
    }

    internal override bool Cancel(RunContext ctx, PyValue message)
    {
        if (IsDone) return false;
        var any = false;
        foreach (var child in children) any |= child.Cancel(ctx, message);
        if (any) (_cancelRequested, CancelMessage) = (true, message);
        return any;
    }

    private void Take(RunContext ctx, PyFuture child)
    {
        _open--;
        if (IsDone) return;
        if (!keepsErrors && child.IsCancelled)
        {
            SetError(Cancelled(child.CancelMessage));
            return;
        }
        if (!keepsErrors && child.Error is { } error)
        {
            SetError(error);
            return;
        }
        if (_open > 0) return;
        if (_cancelRequested) SetCancelled(CancelMessage);
        else SetResult(ctx.NewList([.. children.Select(Outcome)]));
    }

    // CPython gives a cancelled member an empty text as its message.
    private static PyValue Outcome(PyFuture child) =>
        child.Error is null
            ? child.Result : child.IsCancelled ? Cancelled(child.CancelMessage.IsUnbound || child.CancelMessage.IsNone ? PyValue.Str("") : child.CancelMessage).AsValue
            : child.Error.AsValue;
}
