using System.Runtime.CompilerServices;
using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Sandbox.Nodes;

/// <summary><c>yield value</c>; what is sent comes into a slot.</summary>
internal sealed class YieldNode(ExpressionNode value, int result, int place, bool isAsync) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        if (Places.Take(ref locals, place) == 0)
        {
            var yielded = value.Evaluate(ctx, ref locals);
            // In an asynchronous generator what is yielded must differ from what is awaited.
            ctx.Carried = isAsync ? PyValue.Of(new PyAsyncYield(yielded)) : yielded;
            return Places.Suspend(ref locals, place, 1);
        }
        if (ctx.Thrown is { } thrown)
        {
            ctx.Thrown = null;
            throw ctx.Raise(thrown);
        }
        Unsafe.Add(ref locals, result) = ctx.Carried;
        ctx.Carried = default;
        return Signal.Next;
    }
}

/// <summary><c>await value</c> or <c>yield from value</c>; the result comes into a slot.</summary>
internal sealed class DelegateNode(ExpressionNode value, bool isAwait, int result, int place, int position)
    : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        ref var slot = ref Unsafe.Add(ref locals, place);
        var inner = slot;
        if (inner.IsUnbound)
        {
            var operand = value.Evaluate(ctx, ref locals);
            ctx.Position = position;
            inner = isAwait ? Delegation.Awaiter(ctx, operand) : Delegation.Iterator(ctx, operand);
            (ctx.Carried, ctx.Thrown) = (PyValue.None, null);
        }
        slot = default;
        var (sent, thrown) = (ctx.Carried, ctx.Thrown);
        (ctx.Carried, ctx.Thrown) = (default, null);
        ctx.Position = position;
        var suspended = Delegation.Resume(ctx, inner, sent, thrown, out var outcome);
        if (!suspended)
        {
            Unsafe.Add(ref locals, result) = outcome;
            return Signal.Next;
        }
        slot = inner;
        ctx.Carried = outcome;
        return Signal.Suspend;
    }
}

/// <summary><c>try … except … else</c> with parts that suspend.</summary>
internal sealed class ResumableTryNode(StatementNode body, HandlerPart[] handlers, StatementNode? orElse, int place,
    int caught) : StatementNode
{
    // Places: 0 body, 1 else, 2… handlers.
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var at = Places.Take(ref locals, place);
        var mark = ctx.Mark();
        if (at == 1) return Ending(ref locals, orElse!.Execute(ctx, ref locals), 1);
        if (at > 1) return Handle(ctx, ref locals, (PyException)Unsafe.Add(ref locals, caught).Ref!, at - 2, mark);
        PyException? exception = null;
        var signal = Signal.Next;
        try
        {
            signal = body.Execute(ctx, ref locals);
        }
        catch (PyRaise raise)
        {
            exception = raise.Value;
        }
        if (signal == Signal.Raise) exception = ctx.TakeRaised();
        if (exception is null)
        {
            if (signal == Signal.Suspend) return Places.Suspend(ref locals, place, 0);
            return signal != Signal.Next || orElse is null
                ? signal
                : Ending(ref locals, orElse.Execute(ctx, ref locals), 1);
        }
        ctx.Unwind(mark);
        for (var i = 0; i < handlers.Length; i++)
        {
            if (handlers[i].Catches(ctx, ref locals, exception))
                return Handle(ctx, ref locals, exception, i, mark, isFirst: true);
        }
        return ctx.Raising(exception);
    }

    private Signal Handle(RunContext ctx, ref PyValue locals, PyException exception, int index, RunMark mark,
        bool isFirst = false)
    {
        var signal = isFirst
            ? handlers[index].Run(ctx, ref locals, exception, mark.Handled)
            : handlers[index].Resume(ctx, ref locals, exception, mark.Handled);
        Unsafe.Add(ref locals, caught) = signal == Signal.Suspend ? exception.AsValue : default;
        return Ending(ref locals, signal, index + 2);
    }

    private Signal Ending(ref PyValue locals, Signal signal, int at) =>
        signal == Signal.Suspend ? Places.Suspend(ref locals, place, at) : signal;
}

/// <summary>Slots of a <c>finally</c>: its place, what it will raise again, and what it will return.</summary>
internal sealed record FinallySlots(int Place, int Pending, int Returned);

/// <summary><c>try … finally</c> with parts that suspend.</summary>
internal sealed class ResumableFinallyNode(StatementNode body, StatementNode last, FinallySlots slots) : StatementNode
{
    // Places: 0 body, else 1 + the signal that waits behind the last part.
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var at = Places.Take(ref locals, slots.Place);
        var mark = ctx.Mark();
        if (at > 0) return Last(ctx, ref locals, (Signal)(at - 1), mark);
        PyException? pending = null;
        var signal = Signal.Next;
        try
        {
            signal = body.Execute(ctx, ref locals);
        }
        catch (PyRaise raise)
        {
            pending = raise.Value;
        }
        if (signal == Signal.Raise) (pending, signal) = (ctx.TakeRaised(), Signal.Next);
        if (signal == Signal.Suspend) return signal;
        if (pending is not null) ctx.Unwind(mark);
        Unsafe.Add(ref locals, slots.Pending) = pending?.AsValue ?? default;
        Unsafe.Add(ref locals, slots.Returned) = ctx.ReturnValue;
        return Last(ctx, ref locals, signal, mark);
    }

    private Signal Last(RunContext ctx, ref PyValue locals, Signal signal, RunMark mark)
    {
        var pending = Unsafe.Add(ref locals, slots.Pending).Ref as PyException;
        ctx.Handled = pending ?? mark.Handled;
        var ending = last.Execute(ctx, ref locals);
        ctx.Handled = mark.Handled;
        if (ending == Signal.Suspend) return Places.Suspend(ref locals, slots.Place, 1 + (int)signal);
        var returned = Unsafe.Add(ref locals, slots.Returned);
        Unsafe.Add(ref locals, slots.Pending) = Unsafe.Add(ref locals, slots.Returned) = default;
        if (ending != Signal.Next) return ending;
        if (pending is not null) return ctx.Raising(pending);
        ctx.ReturnValue = returned;
        return signal;
    }
}

/// <summary><c>async for</c>.</summary>
internal sealed class ResumableAsyncForNode(TargetNode target, ExpressionNode iterable, LoopParts parts,
    LoopSlots slots, int position) : StatementNode
{
    private const int Begin = 0;
    private const int AtNext = 1;
    private const int AtBody = 2;
    private const int AtElse = 3;

    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var at = Places.Take(ref locals, slots.Place);
        if (at == Begin)
        {
            var source = iterable.Evaluate(ctx, ref locals);
            ctx.Position = position;
            Unsafe.Add(ref locals, slots.Iterator) = Delegation.AsyncIterator(ctx, source);
        }
        while (at != AtElse)
        {
            if (at != AtBody)
            {
                var step = Advance(ctx, ref locals, isResumed: at == AtNext);
                if (step == Signal.Suspend) return Places.Suspend(ref locals, slots.Place, AtNext);
                if (step == Signal.Break) break;
            }
            at = Begin;
            ctx.Step();
            var signal = parts.Body.Execute(ctx, ref locals);
            if (signal == Signal.Suspend) return Places.Suspend(ref locals, slots.Place, AtBody);
            if (signal == Signal.Break) return Signal.Next;
            if (signal >= Signal.Return) return signal;
        }
        if (parts.OrElse is null) return Signal.Next;
        var ending = parts.OrElse.Execute(ctx, ref locals);
        return ending == Signal.Suspend ? Places.Suspend(ref locals, slots.Place, AtElse) : ending;
    }

    // Break: there is no further element.
    private Signal Advance(RunContext ctx, ref PyValue locals, bool isResumed)
    {
        var mark = ctx.Mark();
        try
        {
            ctx.Position = position;
            if (!isResumed)
            {
                Unsafe.Add(ref locals, slots.Waiting) =
                    Delegation.Awaiter(ctx, Delegation.AsyncNext(ctx, Unsafe.Add(ref locals, slots.Iterator)));
                (ctx.Carried, ctx.Thrown) = (PyValue.None, null);
            }
            var (sent, thrown) = (ctx.Carried, ctx.Thrown);
            (ctx.Carried, ctx.Thrown) = (default, null);
            if (Delegation.Resume(ctx, Unsafe.Add(ref locals, slots.Waiting), sent, thrown, out var outcome))
            {
                ctx.Carried = outcome;
                return Signal.Suspend;
            }
            Unsafe.Add(ref locals, slots.Waiting) = default;
            target.Assign(ctx, ref locals, outcome);
            return Signal.Next;
        }
        catch (PyRaise raise) when (raise.Value.Type.IsSubclassOf(ExceptionTypes.StopAsyncIteration))
        {
            ctx.Unwind(mark);
            return Signal.Break;
        }
    }
}
