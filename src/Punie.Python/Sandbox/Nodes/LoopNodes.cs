using System.Runtime.CompilerServices;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary><c>while test: body else: …</c>.</summary>
internal sealed class WhileNode(ExpressionNode test, StatementNode body, StatementNode? orElse) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        while (test.Test(ctx, ref locals))
        {
            ctx.Step();
            var signal = body.Execute(ctx, ref locals);
            if (signal >= Signal.Break) return signal == Signal.Break ? Signal.Next : signal;
        }
        return orElse is null ? Signal.Next : orElse.Execute(ctx, ref locals);
    }
}

/// <summary><c>for target in iterable: body else: …</c>; ranges and lists without an iterator object.</summary>
internal sealed class ForNode(TargetNode target, ExpressionNode iterable, StatementNode body, StatementNode? orElse,
    int position) : StatementNode
{
    private readonly int _slot = target is LocalTarget local ? local.Slot : -1;

    // A comprehension without a condition: how much it will collect is known.
    private readonly CollectNode? _collector = body as CollectNode;

    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var source = iterable.Evaluate(ctx, ref locals);
        ctx.Position = position;
        var signal = source.Ref is PyRange range && range.TryInt64(out var first, out var count, out var stride)
            ? OverRange(ctx, ref locals, first, count, stride)
            : source.Ref is PyList list
                ? OverList(ctx, ref locals, list)
                : OverAny(ctx, ref locals, ctx.Iterate(source));
        if (signal == Signal.Break) return Signal.Next;
        return signal != Signal.Next || orElse is null ? signal : orElse.Execute(ctx, ref locals);
    }

    private Signal OverRange(RunContext ctx, ref PyValue locals, long first, long count, long stride)
    {
        _collector?.Expect(ctx, ref locals, count);
        for (; count > 0; count--)
        {
            ctx.Step();
            Bind(ctx, ref locals, PyValue.Int(first));
            var signal = body.Execute(ctx, ref locals);
            if (signal >= Signal.Break) return signal;
            first += stride;
        }
        return Signal.Next;
    }

    private Signal OverList(RunContext ctx, ref PyValue locals, PyList list)
    {
        _collector?.Expect(ctx, ref locals, list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            ctx.Step();
            Bind(ctx, ref locals, list[i]);
            var signal = body.Execute(ctx, ref locals);
            if (signal >= Signal.Break) return signal;
        }
        return Signal.Next;
    }

    private Signal OverAny(RunContext ctx, ref PyValue locals, PyIterator iterator)
    {
        while (true)
        {
            ctx.Position = position;
            if (!iterator.Next(ctx, out var value)) return Signal.Next;
            ctx.Step();
            Bind(ctx, ref locals, value);
            var signal = body.Execute(ctx, ref locals);
            if (signal >= Signal.Break) return signal;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Bind(RunContext ctx, ref PyValue locals, PyValue value)
    {
        if (_slot >= 0) PyValue.Store(ref Unsafe.Add(ref locals, _slot), value);
        else target.Assign(ctx, ref locals, value);
    }
}
