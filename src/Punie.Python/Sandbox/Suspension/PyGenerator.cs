using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Suspension;

/// <summary>A generator.</summary>
internal sealed class PyGenerator(SuspendedCall call) : PyIterator(Types.Generator)
{
    private PyValue _returned = PyValue.None;

    internal SuspendedCall Body { get; } = call;

    internal override string Repr(RunContext ctx) => $"<generator object {Body.Name} at 0x{ctx.Identity(this):x12}>";

    internal override bool Next(RunContext ctx, out PyValue value)
    {
        if (Body.Resume(ctx, PyValue.None, null, out value)) return true;
        _returned = value;
        value = default;
        return false;
    }

    internal override PyValue FindAttribute(RunContext ctx, string name) =>
        Body.FindAttribute(name, "gi") is { IsUnbound: false } value ? value : base.FindAttribute(ctx, name);

    /// <summary>What <c>return</c> gave, right after the last step; later <c>None</c>.</summary>
    internal PyValue TakeReturnedValue()
    {
        var value = _returned;
        _returned = PyValue.None;
        return value;
    }

    /// <summary><c>generator.close()</c>.</summary>
    internal void Close(RunContext ctx)
    {
        if (Body.IsFinished) return;
        var mark = ctx.Mark();
        try
        {
            if (Body.Resume(ctx, PyValue.None, new PyException(ExceptionTypes.GeneratorExit, []), out _))
                throw ctx.RuntimeError("generator ignored GeneratorExit");
        }
        catch (PyRaise raise) when (raise.Value.Type.IsSubclassOf(ExceptionTypes.GeneratorExit)
            || raise.Value.Type.IsSubclassOf(ExceptionTypes.StopIteration))
        {
            ctx.Unwind(mark);
        }
    }
}

/// <summary>What a call of an <c>async def</c> function gives.</summary>
internal sealed class PyCoroutine(SuspendedCall call) : PyObject(Types.Coroutine)
{
    internal SuspendedCall Body { get; } = call;

    internal override string Repr(RunContext ctx) => $"<coroutine object {Body.Name} at 0x{ctx.Identity(this):x12}>";

    internal override PyValue FindAttribute(RunContext ctx, string name) =>
        Body.FindAttribute(name, "cr") is { IsUnbound: false } value ? value : base.FindAttribute(ctx, name);
}

/// <summary>What a call of an <c>async def</c> function with <c>yield</c> gives.</summary>
internal sealed class PyAsyncGenerator(SuspendedCall call) : PyObject(Types.AsyncGenerator)
{
    internal SuspendedCall Body { get; } = call;

    internal override string Repr(RunContext ctx) =>
        $"<async_generator object {Body.Name} at 0x{ctx.Identity(this):x12}>";

    internal override PyValue FindAttribute(RunContext ctx, string name) =>
        Body.FindAttribute(name, "ag") is { IsUnbound: false } value ? value : base.FindAttribute(ctx, name);
}
