using System.Diagnostics.CodeAnalysis;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary><c>value.name</c>.</summary>
internal sealed class AttributeNode(ExpressionNode target, string name, int position) : ExpressionNode
{
    private SlotCache? _cache;

    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var value = target.Evaluate(ctx, ref locals);
        if (value.Ref is PyInstance { Shape: { } shape } instance)
        {
            var cache = _cache;
            if (cache is not null && ReferenceEquals(cache.Shape, shape) && cache.Version == ctx.ClassVersion)
                return instance.Slot(cache.Position);
            var isOwn = shape.TryPosition(name, out var slot);
            if (isOwn && !(instance.Type.TryLookup(name, out var onType) && Attributes.IsDataDescriptor(onType)))
            {
                _cache = new SlotCache(shape, ctx.ClassVersion, slot);
                return instance.Slot(slot);
            }
        }
        ctx.Position = position;
        return ctx.GetAttribute(value, name);
    }

    private sealed record SlotCache(Shape Shape, int Version, int Position);
}

/// <summary>
/// Remembers, for one place in the program, where instances of one shape keep an attribute that may simply be
/// overwritten.
/// </summary>
internal sealed class AttributePlace(string name)
{
    private Entry? _entry;

    internal bool TryWritable(RunContext ctx, PyValue value, [NotNullWhen(true)] out PyInstance? instance, out int slot)
    {
        slot = 0;
        instance = value.Ref as PyInstance;
        if (instance?.Shape is not { } shape) return false;
        var entry = _entry;
        if (entry is null || !ReferenceEquals(entry.Shape, shape) || entry.Version != ctx.ClassVersion)
        {
            if (!IsPlain(instance, shape, out var found)) return false;
            _entry = entry = new Entry(shape, ctx.ClassVersion, found);
        }
        slot = entry.Slot;
        return true;
    }

    internal void Set(RunContext ctx, PyValue owner, PyValue value)
    {
        if (TryWritable(ctx, owner, out var instance, out var slot)) PyValue.Store(ref instance.Slot(slot), value);
        else ctx.SetAttribute(owner, name, value);
    }

    private bool IsPlain(PyInstance instance, Shape shape, out int slot) =>
        shape.TryPosition(name, out slot) && instance is not PyException
            && !instance.Type.TryLookupUser("__setattr__", out _)
        && !(instance.Type.TryLookup(name, out var onType) && Attributes.IsDataDescriptor(onType));

    private sealed record Entry(Shape Shape, int Version, int Slot);
}

internal sealed class AttributeTarget(ExpressionNode target, string name, int position) : TargetNode
{
    private readonly AttributePlace _place = new(name);

    internal override void Assign(RunContext ctx, ref PyValue locals, PyValue value)
    {
        var owner = target.Evaluate(ctx, ref locals);
        ctx.Position = position;
        _place.Set(ctx, owner, value);
    }

    internal override void Delete(RunContext ctx, ref PyValue locals)
    {
        var owner = target.Evaluate(ctx, ref locals);
        ctx.Position = position;
        ctx.DeleteAttribute(owner, name);
    }
}

/// <summary>Makes the node of <c>value[key]</c>.</summary>
internal readonly struct SubscriptMaker(int position) : IPairMaker<ExpressionNode>
{
    internal static ExpressionNode Make(ExpressionNode target, ExpressionNode key, int position) =>
        key is ConstantNode { Value.IsText: true } text
            ? new TextSubscriptNode(target, text.Value, position)
            : Operands.Pair<SubscriptMaker, ExpressionNode>(new SubscriptMaker(position), target, key);

    public ExpressionNode Make<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand => new SubscriptNode<TLeft, TRight>(left, right, position);
}

/// <summary><c>value["key"]</c>: the text is hashed once.</summary>
internal sealed class TextSubscriptNode(ExpressionNode target, PyValue key, int position) : ExpressionNode
{
    private readonly int _hash = PyDict.Spread(Hashing.OfText(key.Text));

    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var container = target.Evaluate(ctx, ref locals);
        if (container.Ref is PyDict dict)
        {
            var value = dict.FindLiteral(key.Text, _hash);
            if (!value.IsUnbound) return value;
        }
        ctx.Position = position;
        return ctx.GetItem(container, key);
    }
}

/// <summary><c>value[key]</c>.</summary>
internal sealed class SubscriptNode<TTarget, TKey>(TTarget target, TKey key, int position) : ExpressionNode
    where TTarget : struct, IOperand
    where TKey : struct, IOperand
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var container = target.Read(ctx, ref locals);
        var index = key.Read(ctx, ref locals);
        if (index.IsInt && container.Ref is PyList list && (ulong)index.Bits < (ulong)list.Count)
            return list[(int)index.Bits];
        ctx.Position = position;
        if (container.Ref is PyDict dict) return dict.GetItem(ctx, index);
        return ctx.GetItem(container, index);
    }
}

/// <summary>Makes the target of <c>value[key] = …</c>.</summary>
internal readonly struct SubscriptTargetMaker(int position) : IPairMaker<TargetNode>
{
    public TargetNode Make<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand => new SubscriptTarget<TLeft, TRight>(left, right, position);
}

internal sealed class SubscriptTarget<TTarget, TKey>(TTarget target, TKey key, int position) : TargetNode
    where TTarget : struct, IOperand
    where TKey : struct, IOperand
{
    internal override void Assign(RunContext ctx, ref PyValue locals, PyValue value)
    {
        var container = target.Read(ctx, ref locals);
        var index = key.Read(ctx, ref locals);
        if (index.IsInt && container.Ref is PyList list && (ulong)index.Bits < (ulong)list.Count)
        {
            list[(int)index.Bits] = value;
            return;
        }
        ctx.Position = position;
        if (container.Ref is PyDict dict) dict.Set(ctx, index, value);
        else ctx.SetItem(container, index, value);
    }

    internal override void Delete(RunContext ctx, ref PyValue locals)
    {
        var container = target.Read(ctx, ref locals);
        var index = key.Read(ctx, ref locals);
        ctx.Position = position;
        ctx.DeleteItem(container, index);
    }
}

/// <summary><c>lower:upper:step</c>; absent parts are <c>None</c>.</summary>
internal sealed class SliceNode(ExpressionNode lower, ExpressionNode upper, ExpressionNode step) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals) =>
        PyValue.Of(
            new PySlice(lower.Evaluate(ctx, ref locals), upper.Evaluate(ctx, ref locals),
            step.Evaluate(ctx, ref locals)));
}

/// <summary><c>a, *rest, b = …</c>.</summary>
internal sealed class UnpackTarget(TargetNode[] targets, int star, int position) : TargetNode
{
    internal override void Assign(RunContext ctx, ref PyValue locals, PyValue value)
    {
        ctx.Position = position;
        if (star < 0 && value.Ref is PyTuple tuple && tuple.Count == targets.Length)
        {
            for (var i = 0; i < targets.Length; i++) targets[i].Assign(ctx, ref locals, tuple.Items[i]);
            return;
        }
        var items = star < 0 ? Exactly(ctx, value) : AtLeast(ctx, value);
        for (var i = 0; i < targets.Length; i++) targets[i].Assign(ctx, ref locals, items[i]);
    }

    internal override void Delete(RunContext ctx, ref PyValue locals)
    {
        foreach (var target in targets) target.Delete(ctx, ref locals);
    }

    private PyValue[] Exactly(RunContext ctx, PyValue value)
    {
        var iterator = ctx.TryIterate(value)
            ?? throw ctx.TypeError($"cannot unpack non-iterable {value.TypeName} object");
        var items = new PyValue[targets.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (!iterator.Next(ctx, out items[i]))
                throw ctx.ValueError($"not enough values to unpack (expected {items.Length}, got {i})");
        }
        return iterator.Next(ctx, out _)
            ? throw ctx.ValueError($"too many values to unpack (expected {items.Length})")
            : items;
    }

    private PyValue[] AtLeast(RunContext ctx, PyValue value)
    {
        var all = ctx.ToArray(value, $"cannot unpack non-iterable {value.TypeName} object");
        if (all.Length < targets.Length - 1)
            throw ctx.ValueError(
                $"not enough values to unpack (expected at least {targets.Length - 1}, got {all.Length})");
        var behind = targets.Length - 1 - star;
        return [.. all[..star], ctx.NewList(all[star..^behind]), .. all[^behind..]];
    }
}
