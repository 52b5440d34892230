using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Suspension;

/// <summary>A coroutine that is written in C#.</summary>
internal abstract class PyAwaiter() : PyObject(Types.Coroutine)
{
    /// <summary>Goes on to the next suspension (true) or to the end (false).</summary>
    internal abstract bool Resume(RunContext ctx, PyValue sent, PyException? thrown, out PyValue value);
}

/// <summary>One <c>__anext__</c>, <c>asend</c>, <c>athrow</c> or <c>aclose</c> of an asynchronous generator.</summary>
internal sealed class PyAsyncStep(SuspendedCall body, PyValue first, PyException? firstThrown) : PyAwaiter
{
    private bool _started;

    /// <summary>True for <c>aclose</c>: the end is what is wanted.</summary>
    internal bool Closes { get; init; }

    internal override bool Resume(RunContext ctx, PyValue sent, PyException? thrown, out PyValue value)
    {
        if (!_started) (sent, thrown) = (first, thrown ?? firstThrown);
        _started = true;
        value = PyValue.None;
        if (Closes && body.IsFinished) return false;
        var mark = ctx.Mark();
        PyException? error = null;
        var suspends = false;
        try
        {
            suspends = body.Resume(ctx, sent.IsUnbound ? PyValue.None : sent, thrown, out value);
        }
        catch (PyRaise raise) when (Closes && IsEnd(raise.Value))
        {
            ctx.Unwind(mark);
            error = raise.Value;
        }
        if (error is not null || (Closes && !suspends))
        {
            value = PyValue.None;
            return false;
        }
        if (!suspends) throw ctx.Raise(new PyException(ExceptionTypes.StopAsyncIteration, []));
        if (value.Ref is not PyAsyncYield yielded) return true;
        if (Closes) throw ctx.RuntimeError("async generator ignored GeneratorExit");
        value = yielded.Value;
        return false;
    }

    private static bool IsEnd(PyException error) =>
        error.Type.IsSubclassOf(ExceptionTypes.GeneratorExit)
        || error.Type.IsSubclassOf(ExceptionTypes.StopAsyncIteration);
}

/// <summary><c>anext(iterator, default)</c>.</summary>
internal sealed class PyNextOrDefault(PyValue inner, PyValue otherwise) : PyAwaiter
{
    internal override bool Resume(RunContext ctx, PyValue sent, PyException? thrown, out PyValue value)
    {
        var mark = ctx.Mark();
        try
        {
            return Delegation.Resume(ctx, inner, sent, thrown, out value);
        }
        catch (PyRaise raise) when (raise.Value.Type.IsSubclassOf(ExceptionTypes.StopAsyncIteration))
        {
            ctx.Unwind(mark);
        }
        value = otherwise;
        return false;
    }
}

/// <summary><c>asyncio.sleep(…)</c>: the time runs from the first step.</summary>
internal sealed class PySleep(TimeSpan delay, PyValue result) : PyAwaiter
{
    private PyFuture? _timer;
    private bool _started;

    internal override bool Resume(RunContext ctx, PyValue sent, PyException? thrown, out PyValue value)
    {
        value = PyValue.None;
        if (thrown is not null) throw ctx.Raise(thrown);
        var isFirst = !_started;
        _started = true;
        if (delay > TimeSpan.Zero)
        {
            _timer ??= ctx.Loop.After(delay);
            if (_timer.Resume(ctx, null, out value)) return true;
        }
        else if (isFirst) return true;
        value = result;
        return false;
    }
}
