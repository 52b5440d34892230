using System.Runtime.CompilerServices;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>
/// A list, set or dict comprehension: loops that fill a container in a slot of the function around it.
/// </summary>
internal sealed class ComprehensionNode(ContainerKind kind, StatementNode loops, ComprehensionSlots slots)
    : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        Unsafe.Add(ref locals, slots.Result) = Containers.New(ctx, kind);
        slots.Open(ref locals);
        loops.Execute(ctx, ref locals);
        slots.Close(ref locals);
        var result = Unsafe.Add(ref locals, slots.Result);
        Unsafe.Add(ref locals, slots.Result) = default;
        return result;
    }
}

/// <summary>
/// Slots that a comprehension uses: its result, its variables, and those of them that inner functions share.
/// </summary>
internal sealed record ComprehensionSlots(int Result, int[] Variables, int[] Cells)
{
    internal void Open(ref PyValue locals)
    {
        foreach (var slot in Cells) Unsafe.Add(ref locals, slot) = PyValue.Of(new PyCell(default));
    }

    internal void Close(ref PyValue locals)
    {
        foreach (var slot in Variables) Unsafe.Add(ref locals, slot) = default;
    }
}

/// <summary>What a comprehension makes.</summary>
internal enum ContainerKind
{
    List,
    Set,
    Dict,
}

internal static class Containers
{
    internal static PyValue New(RunContext ctx, ContainerKind kind) => kind switch
    {
        ContainerKind.List => ctx.NewList([]),
        ContainerKind.Set => ctx.New(new PySet(), 200),
        ContainerKind.Dict => PyValue.Of(ctx.NewDict()),
    };
}

/// <summary>Adds an element to the container in a slot; the key is null but for dicts.</summary>
internal sealed class CollectNode(int slot, ContainerKind kind, ExpressionNode? key, ExpressionNode value,
    int position) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var name = key?.Evaluate(ctx, ref locals) ?? default;
        var item = value.Evaluate(ctx, ref locals);
        ctx.Position = position;
        var container = Unsafe.Add(ref locals, slot).Ref;
        if (kind == ContainerKind.List) Unsafe.As<PyList>(container!).Add(ctx, item);
        else if (kind == ContainerKind.Set) Unsafe.As<PySet>(container!).Add(ctx, item);
        else Unsafe.As<PyDict>(container!).Set(ctx, name, item);
        return Signal.Next;
    }

    /// <summary>So many elements will probably come.</summary>
    internal void Expect(RunContext ctx, ref PyValue locals, long count)
    {
        if (Unsafe.Add(ref locals, slot).Ref is PyList list) list.Expect(ctx, count);
    }
}
