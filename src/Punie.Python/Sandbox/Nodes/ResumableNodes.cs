using System.Runtime.CompilerServices;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Nodes;

// A resumable statement keeps its place in a slot of its own while it is suspended, and clears the slot as soon as it
// goes on: an exception or a stop then leaves nothing behind, and a loop that comes around starts it afresh.

/// <summary>Statements in order, some of which suspend.</summary>
internal sealed class ResumableBlockNode(StatementNode[] statements, int place) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var index = Places.Take(ref locals, place);
        for (; index < statements.Length; index++)
        {
            var signal = statements[index].Execute(ctx, ref locals);
            if (signal == Signal.Next) continue;
            return signal == Signal.Suspend ? Places.Suspend(ref locals, place, index) : signal;
        }
        return Signal.Next;
    }
}

/// <summary><c>if</c> with one test; chains nest.</summary>
internal sealed class ResumableIfNode(ExpressionNode test, StatementNode body, StatementNode? orElse, int place)
    : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var branch = Places.Take(ref locals, place);
        if (branch == 0) branch = test.Test(ctx, ref locals) ? 1 : 2;
        if (branch == 2 && orElse is null) return Signal.Next;
        var signal = (branch == 1 ? body : orElse!).Execute(ctx, ref locals);
        return signal == Signal.Suspend ? Places.Suspend(ref locals, place, branch) : signal;
    }
}

/// <summary>The body and the <c>else</c> of a loop.</summary>
internal sealed record LoopParts(StatementNode Body, StatementNode? OrElse);

/// <summary><c>while</c>; the statements that compute the test run before each round.</summary>
internal sealed class ResumableWhileNode(StatementNode before, ExpressionNode test, LoopParts parts, int place)
    : StatementNode
{
    private const int AtTest = 0;
    private const int AtBody = 1;
    private const int AtElse = 2;

    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var at = Places.Take(ref locals, place);
        while (at != AtElse)
        {
            if (at == AtTest)
            {
                if (before.Execute(ctx, ref locals) == Signal.Suspend) return Places.Suspend(ref locals, place, AtTest);
                if (!test.Test(ctx, ref locals)) break;
                ctx.Step();
            }
            var signal = parts.Body.Execute(ctx, ref locals);
            if (signal == Signal.Suspend) return Places.Suspend(ref locals, place, AtBody);
            if (signal == Signal.Break) return Signal.Next;
            if (signal >= Signal.Return) return signal;
            at = AtTest;
        }
        if (parts.OrElse is null) return Signal.Next;
        var ending = parts.OrElse.Execute(ctx, ref locals);
        return ending == Signal.Suspend ? Places.Suspend(ref locals, place, AtElse) : ending;
    }
}

/// <summary>Slots of a loop: its place, its iterator, and what an <c>async for</c> waits for.</summary>
internal sealed record LoopSlots(int Place, int Iterator, int Waiting);

/// <summary><c>for</c> whose body suspends.</summary>
internal sealed class ResumableForNode(TargetNode target, ExpressionNode iterable, LoopParts parts, LoopSlots slots,
    int position) : StatementNode
{
    private const int AtBody = 1;
    private const int AtElse = 2;

    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var at = Places.Take(ref locals, slots.Place);
        if (at == 0)
        {
            var source = iterable.Evaluate(ctx, ref locals);
            ctx.Position = position;
            Unsafe.Add(ref locals, slots.Iterator) = PyValue.Of(ctx.Iterate(source));
        }
        while (at != AtElse)
        {
            if (at != AtBody && !Advance(ctx, ref locals)) break;
            at = 0;
            var signal = parts.Body.Execute(ctx, ref locals);
            if (signal == Signal.Suspend) return Places.Suspend(ref locals, slots.Place, AtBody);
            if (signal < Signal.Break) continue;
            Unsafe.Add(ref locals, slots.Iterator) = default;
            return signal == Signal.Break ? Signal.Next : signal;
        }
        Unsafe.Add(ref locals, slots.Iterator) = default;
        if (parts.OrElse is null) return Signal.Next;
        var ending = parts.OrElse.Execute(ctx, ref locals);
        return ending == Signal.Suspend ? Places.Suspend(ref locals, slots.Place, AtElse) : ending;
    }

    private bool Advance(RunContext ctx, ref PyValue locals)
    {
        ctx.Position = position;
        var iterator = Unsafe.As<Objects.PyIterator>(Unsafe.Add(ref locals, slots.Iterator).Ref!);
        if (!iterator.Next(ctx, out var value)) return false;
        ctx.Step();
        target.Assign(ctx, ref locals, value);
        return true;
    }
}

/// <summary><c>match</c> whose cases suspend.</summary>
internal sealed class ResumableMatchNode(ExpressionNode subject, CasePart[] cases, int place) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var at = Places.Take(ref locals, place) - 1;
        if (at < 0)
        {
            var value = subject.Evaluate(ctx, ref locals);
            for (at = 0; at < cases.Length; at++)
            {
                if (cases[at].Matches(ctx, ref locals, value) && cases[at].Guard?.Test(ctx, ref locals) != false) break;
            }
            if (at == cases.Length) return Signal.Next;
        }
        var signal = cases[at].Body.Execute(ctx, ref locals);
        return signal == Signal.Suspend ? Places.Suspend(ref locals, place, at + 1) : signal;
    }
}

/// <summary><c>old op= value</c> as an expression.</summary>
internal sealed class InPlaceNode(BinaryOperator op, ExpressionNode old, ExpressionNode value, int position)
    : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var a = old.Evaluate(ctx, ref locals);
        var b = value.Evaluate(ctx, ref locals);
        ctx.Position = position;
        return ctx.InPlace(op, a, b);
    }
}

/// <summary>Begins a comprehension that suspends.</summary>
internal sealed class OpenComprehensionNode(ContainerKind kind, ComprehensionSlots slots) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        Unsafe.Add(ref locals, slots.Result) = Containers.New(ctx, kind);
        slots.Open(ref locals);
        return Signal.Next;
    }
}

/// <summary>Ends a comprehension that suspends; its result stays in its slot.</summary>
internal sealed class CloseComprehensionNode(ComprehensionSlots slots) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        slots.Close(ref locals);
        return Signal.Next;
    }
}

internal static class Places
{
    /// <summary>Where the statement was suspended, 0 when it begins; forgets it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Take(ref PyValue locals, int place)
    {
        ref var slot = ref Unsafe.Add(ref locals, place);
        var at = (int)slot.Bits;
        slot = default;
        return at;
    }

    internal static Signal Suspend(ref PyValue locals, int place, int at)
    {
        Unsafe.Add(ref locals, place) = PyValue.Int(at);
        return Signal.Suspend;
    }
}
