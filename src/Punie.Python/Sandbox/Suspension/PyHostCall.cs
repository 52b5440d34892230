using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Suspension;

/// <summary>One call of a host function. The only door from a program to the host: what a saved run must log passes here.</summary>
internal sealed class PyHostCall(HostFunction function, PyValue[] arguments) : PyFuture(FutureType)
{
    private bool _started;

    /// <summary>Starts the call, once; a call that ends at once is done at once.</summary>
    internal override void Start(RunContext ctx)
    {
        if (_started) return;
        _started = true;
        ctx.Meter.HostCall();
        ctx.Meter.CheckTime();
        ValueTask<PyValue> call;
        try
        {
            call = function.Call(new HostArguments(arguments), ctx.HostCancellation);
        }
        catch (HostException exception)
        {
            SetError(HostErrors.ToPython(exception));
            return;
        }
        if (call.IsCompleted) Finish(ctx, call);
        else Await(ctx, call);
    }

    private void Await(RunContext ctx, ValueTask<PyValue> call)
    {
        ctx.HostCallsRunning++;
        // Taken on the program's thread: the context makes its loop at first use, and two threads would make two.
        var loop = ctx.Loop;
        var awaiter = call.ConfigureAwait(false).GetAwaiter();
        awaiter.OnCompleted(() => loop.Post(() =>
        {
            ctx.HostCallsRunning--;
            Finish(ctx, call);
        }));
    }

    private void Finish(RunContext ctx, ValueTask<PyValue> call)
    {
        try
        {
            var result = call.GetAwaiter().GetResult();
            HostValues.Charge(ctx, result);
            SetResult(result.IsUnbound ? PyValue.None : result);
        }
        catch (HostException exception)
        {
            SetError(HostErrors.ToPython(exception));
        }
    }
}

internal static class HostErrors
{
    internal static PyException ToPython(HostException exception) =>
        new(
            ExceptionTypes.All.TryGetValue(exception.PythonType, out var type) ? type : ExceptionTypes.RuntimeError,
            exception.Message.Length == 0 ? [] : [PyValue.Str(exception.Message)]);
}

/// <summary>Accounts for what comes from the host.</summary>
internal static class HostValues
{
    private const int MaxDepth = 200;

    internal static void Charge(RunContext ctx, PyValue value) => Charge(ctx, value, MaxDepth);

    private static void Charge(RunContext ctx, PyValue value, int depth)
    {
        if (value.Ref is string text) ctx.Meter.Allocated(text, 24 + 2L * text.Length);
        if (depth == 0 || value.Ref is PyTag or string or null) return;
        ctx.Step();
        switch (value.Ref)
        {
            case PyList list: Charge(ctx, list, list.AsSpan(), depth); break;
            case PyTuple tuple: Charge(ctx, tuple, tuple.Items, depth); break;
            case PyRecord record: Charge(ctx, record, record.Values, depth); break;
            case PyDict dict:
                ctx.Meter.Allocated(dict, 64 + 52L * dict.Count);
                var position = 0;
                while (dict.NextEntry(ref position, out _, out var item)) Charge(ctx, item, depth - 1);
                break;
        }
    }

    private static void Charge(RunContext ctx, object owner, ReadOnlySpan<PyValue> items, int depth)
    {
        ctx.Meter.Allocated(owner, 48 + 16L * items.Length);
        foreach (var item in items) Charge(ctx, item, depth - 1);
    }
}
