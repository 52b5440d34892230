using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Functions;

/// <summary>One step of an iterator that is written as a function; false at the end.</summary>
internal delegate bool StepFunction(RunContext ctx, out PyValue value);

/// <summary>An iterator around a step function; it guards the depth, because such iterators are chained.</summary>
internal sealed class PyStepIterator(PyType type, StepFunction step) : PyIterator(type)
{
    private bool _ended;

    /// <summary>How it shows itself, where it shows its state.</summary>
    internal Func<RunContext, string>? Shown { get; init; }

    internal override string Repr(RunContext ctx) => Shown?.Invoke(ctx) ?? base.Repr(ctx);

    internal override bool Next(RunContext ctx, out PyValue value)
    {
        value = default;
        if (_ended) return false;
        ctx.Step();
        ctx.Enter();
        var found = step(ctx, out value);
        ctx.Leave();
        _ended = !found;
        return found;
    }
}
