using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Suspension;

/// <summary>What <c>await</c> and <c>yield from</c> pass through to.</summary>
internal static class Delegation
{
    /// <summary>What an <c>await</c> of the value resumes.</summary>
    internal static PyValue Awaiter(RunContext ctx, PyValue value)
    {
        if (value.Ref is PyCoroutine or PyFuture or PyAwaiter) return value;
        if (value.Ref is PyInstance instance && instance.Special(ctx, "__await__", [], out var iterator))
            return Iterator(ctx, iterator);
        throw ctx.TypeError($"object {value.TypeName} can't be used in 'await' expression");
    }

    /// <summary>What a <c>yield from</c> of the value resumes.</summary>
    internal static PyValue Iterator(RunContext ctx, PyValue value) =>
        value.Ref is PyGenerator or PyFuture or PyCoroutine or PyAwaiter ? value : PyValue.Of(ctx.Iterate(value));

    internal static PyValue AsyncIterator(RunContext ctx, PyValue value)
    {
        if (value.Ref is PyAsyncGenerator) return value;
        if (value.Ref is PyInstance instance && instance.Special(ctx, "__aiter__", [], out var iterator))
            return iterator;
        throw ctx.TypeError($"'async for' requires an object with __aiter__ method, got {value.TypeName}");
    }

    internal static PyValue AsyncNext(RunContext ctx, PyValue iterator) =>
        iterator.Ref is PyAsyncGenerator generator
            ? PyValue.Of(new PyAsyncStep(generator.Body, PyValue.None, null))
            : ctx.CallMethod(iterator, "__anext__");

    /// <summary>
    /// Goes on to the next suspension (true: the value goes further out) or to the end (false: the value is the
    /// result).
    /// </summary>
    internal static bool Resume(RunContext ctx, PyValue inner, PyValue sent, PyException? thrown, out PyValue value)
    {
        switch (inner.Ref)
        {
            case PyCoroutine coroutine: return coroutine.Body.Resume(ctx, sent, thrown, out value);
            case PyGenerator generator: return generator.Body.Resume(ctx, sent, thrown, out value);
            case PyAwaiter step: return step.Resume(ctx, sent, thrown, out value);
            case PyFuture future: return future.Resume(ctx, thrown, out value);
            case PyIterator iterator:
                if (thrown is not null) throw ctx.Raise(thrown);
                if (!sent.IsNone && !sent.IsUnbound) return SendTo(ctx, inner, sent, out value);
                if (iterator.Next(ctx, out value)) return true;
                if (iterator is not PyUserIterator) value = PyValue.None;
                return false;
            default: throw ctx.TypeError($"object {inner.TypeName} can't be used in 'await' expression");
        }
    }

    private static bool SendTo(RunContext ctx, PyValue iterator, PyValue sent, out PyValue value) =>
        ctx.CallUntilStop(ctx.GetAttribute(iterator, "send"), [sent], out value);
}

/// <summary>Marks what an asynchronous generator yields, among what it awaits.</summary>
internal sealed class PyAsyncYield(PyValue value) : PyObject(Types.Iterator)
{
    internal PyValue Value { get; } = value;
}
