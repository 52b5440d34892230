using System.Runtime.CompilerServices;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>The syntax of one <c>with</c> item.</summary>
internal sealed record WithParts(ExpressionNode Context, TargetNode? Target, StatementNode Body, bool IsAsync);

/// <summary>
/// Slots of a <c>with</c>: its place, its exit method, what is pending (an exception or a returned value), what it
/// awaits.
/// </summary>
internal sealed record WithSlots(int Place, int Exit, int Pending, int Waiting);

/// <summary><c>with</c> or <c>async with</c> with parts that suspend.</summary>
internal sealed class ResumableWithNode(WithParts parts, WithSlots slots, int position) : StatementNode
{
    private const int Begin = 0;
    private const int AtEnter = 1;
    private const int AtBody = 2;

    // Places from here on: leaving, plus the signal that waits behind.
    private const int AtExit = 3;

    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var at = Places.Take(ref locals, slots.Place);
        if (at >= AtExit) return Leave(ctx, ref locals, (Signal)(at - AtExit));
        var value = PyValue.None;
        if (at == Begin)
        {
            var manager = parts.Context.Evaluate(ctx, ref locals);
            ctx.Position = position;
            var (enter, exit) = ContextManagers.Methods(ctx, manager, parts.IsAsync);
            Unsafe.Add(ref locals, slots.Exit) = exit;
            value = ctx.Call(enter, []);
            if (parts.IsAsync) Await(ctx, ref locals, value);
        }
        if (at != AtBody && parts.IsAsync && Wait(ctx, ref locals, out value))
            return Places.Suspend(ref locals, slots.Place, AtEnter);
        return RunBody(ctx, ref locals, value, isFirst: at != AtBody);
    }

    private Signal RunBody(RunContext ctx, ref PyValue locals, PyValue value, bool isFirst)
    {
        var mark = ctx.Mark();
        PyException? pending = null;
        var signal = Signal.Next;
        try
        {
            if (isFirst) parts.Target?.Assign(ctx, ref locals, value);
            signal = parts.Body.Execute(ctx, ref locals);
        }
        catch (PyRaise raise)
        {
            pending = raise.Value;
        }
        if (signal == Signal.Raise) (pending, signal) = (ctx.TakeRaised(), Signal.Next);
        if (signal == Signal.Suspend) return Places.Suspend(ref locals, slots.Place, AtBody);
        if (pending is not null) ctx.Unwind(mark);
        Unsafe.Add(ref locals, slots.Pending) = pending?.AsValue
            ?? (signal == Signal.Return ? ctx.ReturnValue : default);
        ctx.Position = position;
        ctx.Handled = pending ?? mark.Handled;
        var result = ctx.Call(Unsafe.Add(ref locals, slots.Exit), ContextManagers.ExitArguments(ctx, pending));
        ctx.Handled = mark.Handled;
        if (!parts.IsAsync) return Finish(ctx, ref locals, signal, result);
        Await(ctx, ref locals, result);
        return Leave(ctx, ref locals, signal);
    }

    private Signal Leave(RunContext ctx, ref PyValue locals, Signal signal) =>
        Wait(ctx, ref locals, out var result)
            ? Places.Suspend(ref locals, slots.Place, AtExit + (int)signal)
            : Finish(ctx, ref locals, signal, result);

    private Signal Finish(RunContext ctx, ref PyValue locals, Signal signal, PyValue swallow)
    {
        var pending = Unsafe.Add(ref locals, slots.Pending);
        Unsafe.Add(ref locals, slots.Pending) = Unsafe.Add(ref locals, slots.Exit) = default;
        if (signal == Signal.Return) ctx.ReturnValue = pending;
        else if (pending.Ref is PyException exception && signal == Signal.Next && !ctx.Truth(swallow))
            throw new PyRaise(exception);
        return signal;
    }

    private void Await(RunContext ctx, ref PyValue locals, PyValue awaitable)
    {
        Unsafe.Add(ref locals, slots.Waiting) = Delegation.Awaiter(ctx, awaitable);
        (ctx.Carried, ctx.Thrown) = (PyValue.None, null);
    }

    // True while it must go on waiting.
    private bool Wait(RunContext ctx, ref PyValue locals, out PyValue result)
    {
        var (sent, thrown) = (ctx.Carried, ctx.Thrown);
        (ctx.Carried, ctx.Thrown) = (default, null);
        var inner = Unsafe.Add(ref locals, slots.Waiting);
        Unsafe.Add(ref locals, slots.Waiting) = default;
        if (!Delegation.Resume(ctx, inner, sent, thrown, out result)) return false;
        Unsafe.Add(ref locals, slots.Waiting) = inner;
        ctx.Carried = result;
        return true;
    }
}
