using Punie.Python.Builtins.Functions;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules.Collections;

/// <summary>A <c>deque</c>: a ring of values.</summary>
internal sealed class PyDeque(int? limit) : PyObject(DequeType), INativeSequence
{
    internal static readonly PyType DequeType = PyType.Native("deque", "collections");

    private PyValue[] _ring = new PyValue[8];
    private int _first;

    internal int Count { get; private set; }

    internal int? Limit { get; } = limit;

    internal int Version { get; private set; }

    internal PyValue this[int index]
    {
        get => _ring[(_first + index) & (_ring.Length - 1)];
        set => _ring[(_first + index) & (_ring.Length - 1)] = value;
    }

    internal void AddLast(RunContext ctx, PyValue value)
    {
        if (Limit == 0) return;
        if (Count == Limit) RemoveFirst();
        Grow(ctx);
        this[Count++] = value;
        Version++;
    }

    internal void AddFirst(RunContext ctx, PyValue value)
    {
        if (Limit == 0) return;
        if (Count == Limit) RemoveLast();
        Grow(ctx);
        _first = (_first - 1) & (_ring.Length - 1);
        Count++;
        this[0] = value;
        Version++;
    }

    internal PyValue RemoveFirst()
    {
        var value = this[0];
        this[0] = default;
        _first = (_first + 1) & (_ring.Length - 1);
        Count--;
        Version++;
        return value;
    }

    internal PyValue RemoveLast()
    {
        var value = this[Count - 1];
        this[--Count] = default;
        Version++;
        return value;
    }

    internal void RemoveAt(RunContext ctx, int index)
    {
        ctx.Tick((Count - index) >> 4);
        for (var i = index; i + 1 < Count; i++) this[i] = this[i + 1];
        RemoveLast();
    }

    internal void Clear()
    {
        _ring = new PyValue[8];
        _first = Count = 0;
        Version++;
    }

    internal PyValue[] ToArray(RunContext ctx)
    {
        ctx.Meter.Reserve(16L * Count);
        ctx.Tick(Count >> 4);
        var items = new PyValue[Count];
        for (var i = 0; i < items.Length; i++) items[i] = this[i];
        return items;
    }

    internal override bool Truth(RunContext ctx) => Count > 0;

    internal override PyValue Length(RunContext ctx) => PyValue.Int(Count);

    internal override long Hash(RunContext ctx) => throw ctx.Unhashable(AsValue);

    internal override PyIterator Iterate(RunContext ctx)
    {
        var (index, version) = (0, Version);
        return new PyStepIterator(Types.Iterator, (RunContext c, out PyValue value) =>
        {
            if (version != Version) throw c.RuntimeError("deque mutated during iteration");
            value = index < Count ? this[index] : default;
            return index++ < Count;
        });
    }

    internal override string Repr(RunContext ctx)
    {
        if (!ctx.BeginRepr(this)) return "[...]";
        var items = ctx.Repr(ctx.NewList(ToArray(ctx)));
        ctx.EndRepr(this);
        return Limit is { } limit ? $"deque({items}, maxlen={limit})" : $"deque({items})";
    }

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other) =>
        other.Ref is PyDeque right
            ? SequenceOrder.Compare(ctx, op, ToArray(ctx), right.ToArray(ctx))
            : PyValue.NotImplemented;

    internal override PyValue GetItem(RunContext ctx, PyValue key) => this[Position(ctx, key)];

    internal override void SetItem(RunContext ctx, PyValue key, PyValue value) => this[Position(ctx, key)] = value;

    internal override void DeleteItem(RunContext ctx, PyValue key) => RemoveAt(ctx, Position(ctx, key));

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (op == BinaryOperator.Mult && ctx.RepeatCount(other) is { } count)
            return Make(ctx, ctx.Repeat(ToArray(ctx), count));
        if (op != BinaryOperator.Add || reflected) return PyValue.NotImplemented;
        if (other.Ref is not PyDeque right)
            throw ctx.TypeError($"can only concatenate deque (not \"{other.TypeName}\") to deque");
        return Make(ctx, ctx.Concat(ToArray(ctx), right.ToArray(ctx)));
    }

    internal override PyValue InPlace(RunContext ctx, BinaryOperator op, PyValue other)
    {
        if (op != BinaryOperator.Add) return PyValue.NotImplemented;
        foreach (var item in ctx.ToArray(other)) AddLast(ctx, item);
        return AsValue;
    }

    private PyValue Make(RunContext ctx, PyValue[] items)
    {
        var deque = new PyDeque(Limit);
        foreach (var item in items) deque.AddLast(ctx, item);
        return ctx.New(deque, 96);
    }

    private int Position(RunContext ctx, PyValue key)
    {
        if (key.Ref is PySlice || !ctx.TryIndex(key, out _))
            throw ctx.TypeError($"sequence index must be integer, not '{key.TypeName}'");
        var index = ctx.Int64(key);
        if (index < 0) index += Count;
        return (ulong)index < (ulong)Count ? (int)index : throw ctx.IndexError("deque index out of range");
    }

    private void Grow(RunContext ctx)
    {
        if (Count < _ring.Length) return;
        ctx.Meter.Reserve(32L * _ring.Length);
        var ring = new PyValue[_ring.Length * 2];
        for (var i = 0; i < Count; i++) ring[i] = this[i];
        (_ring, _first) = (ring, 0);
        ctx.Meter.Allocated(this, 16L * ring.Length);
    }
}
