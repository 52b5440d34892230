using System.Runtime.InteropServices;
using Punie.Python.Builtins;
using Punie.Python.Sandbox.Nodes;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Suspension;

/// <summary>
/// A call of a function with <c>yield</c> or <c>await</c>: its locals on the heap, its place in slots among them.
/// </summary>
internal sealed class SuspendedCall
{
    private readonly FunctionCode _code;
    private PyValue[] _locals;
    private State _state;

    private SuspendedCall(FunctionCode code, PyValue[] locals)
    {
        _code = code;
        _locals = locals;
    }

    private enum State
    {
        Created,
        Suspended,
        Running,
        Finished,
    }

    internal bool IsFinished => _state == State.Finished;

    internal bool IsCreated => _state == State.Created;

    internal string Name => _code.QualifiedName;

    /// <summary>Names and state, as <c>gi_running</c>; the frame stays hidden.</summary>
    internal PyValue FindAttribute(string name, string prefix)
    {
        if (name == "__name__") return PyValue.Str(_code.Name);
        if (name == "__qualname__") return PyValue.Str(_code.QualifiedName);
        if (name == prefix + "_running") return PyValue.Bool(_state == State.Running);
        return name == prefix + "_suspended" ? PyValue.Bool(_state == State.Suspended) : default;
    }

    /// <summary>Makes the generator or coroutine that the call of such a function gives.</summary>
    internal static PyValue Begin(RunContext ctx, PyFunction function, ReadOnlySpan<PyValue> locals)
    {
        var call = new SuspendedCall(function.Code, locals.Length == 0 ? new PyValue[1] : locals.ToArray());
        PyObject result = function.Code.Kind switch
        {
            FunctionKind.Generator => new PyGenerator(call),
            FunctionKind.Coroutine => new PyCoroutine(call),
            _ => new PyAsyncGenerator(call),
        };
        ctx.Meter.Allocated(result, 128 + 16L * locals.Length);
        return PyValue.Of(result);
    }

    /// <summary>Runs a module body that awaits at its top level.</summary>
    internal static SuspendedCall Begin(FunctionCode code, PyValue[] locals) => new(code, locals);

    /// <summary>Goes on to the next suspension (true) or to the end (false).</summary>
    /// <param name="ctx">The run.</param>
    /// <param name="sent">What the suspended expression gives; <c>None</c> at the start.</param>
    /// <param name="thrown">What the suspended expression raises instead; or null.</param>
    /// <param name="value">What was yielded, or returned at the end.</param>
    internal bool Resume(RunContext ctx, PyValue sent, PyException? thrown, out PyValue value)
    {
        if (_state == State.Running) throw ctx.ValueError($"{Noun} already executing");
        if (_state == State.Finished || (_state == State.Created && thrown is not null))
            return ResumeNowhere(ctx, thrown, out value);
        if (_state == State.Created && !sent.IsNone)
            throw ctx.TypeError($"can't send non-None value to a just-started {Noun}");
        ctx.Step();
        ctx.EnterFrame();
        var handled = ctx.Handled;
        _state = State.Running;
        (ctx.Carried, ctx.Thrown) = (sent, thrown);
        var signal = Run(ctx);
        ctx.Handled = handled;
        ctx.Leave();
        if (signal == Signal.Suspend)
        {
            _state = State.Suspended;
            value = ctx.Carried;
            return true;
        }
        Finish();
        value = signal == Signal.Return ? ctx.ReturnValue : PyValue.None;
        ctx.ReturnValue = default;
        return false;
    }

    private string Noun => _code.Kind switch
    {
        FunctionKind.Generator => "generator",
        FunctionKind.Coroutine => "coroutine",
        _ => "async generator",
    };

    // Raised again outside of the handler: inside, every level of a deep chain would hold on to the stack of the one
    // below.
    private Signal Run(RunContext ctx)
    {
        PyException failure;
        try
        {
            var signal = _code.Body!.Execute(ctx, ref MemoryMarshal.GetArrayDataReference(_locals));
            if (signal != Signal.Raise) return signal;
            failure = ctx.TakeRaised();
        }
        catch (PyRaise raise)
        {
            failure = raise.Value;
        }
        Finish();
        if (!failure.Type.IsSubclassOf(ExceptionTypes.StopIteration)) throw new PyRaise(failure);
        // A StopIteration that leaves the body would look like its end.
        var error = ctx.RuntimeError($"{Noun} raised StopIteration");
        (error.Value.Cause, error.Value.Context) = (failure, failure);
        throw error;
    }

    private bool ResumeNowhere(RunContext ctx, PyException? thrown, out PyValue value)
    {
        if (_code.Kind == FunctionKind.Coroutine && _state == State.Finished)
            throw ctx.RuntimeError("cannot reuse already awaited coroutine");
        Finish();
        value = PyValue.None;
        return thrown is null ? false : throw ctx.Raise(thrown);
    }

    private void Finish()
    {
        _state = State.Finished;
        _locals = [default];
    }
}
