using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Replay;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Suspension;

/// <summary>
/// One call of a host function. The only door from a program to the host: what a saved run must log passes here.
/// </summary>
internal sealed class PyHostCall(HostFunction function, PyValue[] arguments) : PyFuture(FutureType)
{
    private bool _started;

    internal HostFunction Function { get; } = function;

    internal PyValue[] Arguments { get; } = arguments;

    /// <summary>Its place in the log of a run that can be saved.</summary>
    internal int Number { get; set; }

    /// <summary>How the log knows it; null in other runs.</summary>
    internal CallFacts? Facts { get; set; }

    /// <summary>Starts the call, once; a call that ends at once is done at once.</summary>
    internal override void Start(RunContext ctx)
    {
        if (_started) return;
        _started = true;
        ctx.Meter.HostCall();
        ctx.Meter.CheckTime();
        if (ctx.Journal is not { } journal || journal.Begin(this)) Run(ctx);
    }

    /// <summary>Ends with a value of the host.</summary>
    internal void Succeed(RunContext ctx, PyValue result)
    {
        HostValues.Charge(ctx, result);
        SetResult(result.IsUnbound ? PyValue.None : result);
    }

    /// <summary>Ends with an exception of the host.</summary>
    internal void Fail(HostException error) => SetError(HostErrors.ToPython(error));

    private void Run(RunContext ctx)
    {
        ValueTask<PyValue> call;
        try
        {
            call = Function.Call(new HostArguments(Arguments), ctx.HostCancellation);
        }
        catch (HostException exception)
        {
            if (ctx.Journal is { } journal) journal.Settle(this, new HostAnswer.Failure(exception), isLate: false);
            else Fail(exception);
            return;
        }
        catch (Exception exception) when (HostFault.Is(exception))
        {
            throw new HostFault(exception);
        }
        if (call.IsCompleted) Finish(ctx, call, isLate: false);
        else Await(ctx, call);
    }

    private void Await(RunContext ctx, ValueTask<PyValue> call)
    {
        ctx.HostCallsRunning++;
        // Taken on the program's thread: the context makes its loop at first use, and two threads would make two.
        var loop = ctx.Loop;
        var number = loop.BeginCall();
        var awaiter = call.ConfigureAwait(false).GetAwaiter();
        awaiter.OnCompleted(() => loop.Post(number, () =>
        {
            ctx.HostCallsRunning--;
            Finish(ctx, call, isLate: true);
        }));
    }

    private void Finish(RunContext ctx, ValueTask<PyValue> call, bool isLate)
    {
        PyValue result = default;
        HostException? error = null;
        try
        {
            result = call.GetAwaiter().GetResult();
        }
        catch (HostException exception)
        {
            error = exception;
        }
        catch (Exception exception) when (HostFault.Is(exception))
        {
            throw new HostFault(exception);
        }
        if (ctx.Journal is { } journal)
            journal.Settle(this, error is null ? new HostAnswer.Result(result) : new HostAnswer.Failure(error), isLate);
        else if (error is null) Succeed(ctx, result);
        else Fail(error);
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
