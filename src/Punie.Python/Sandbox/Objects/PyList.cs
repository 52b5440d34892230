using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Objects;

/// <summary>
/// A list. Growth inside a run goes through <see cref="Add(RunContext, PyValue)"/>, which accounts for it.
/// </summary>
internal sealed class PyList : PyObject
{
    private const int MaxExpected = 1 << 17;

    private PyValue[] _items;

    /// <summary>Takes the array over.</summary>
    internal PyList(PyValue[] items) : base(Types.List)
    {
        _items = items;
        Count = items.Length;
    }

    internal PyList() : this([])
    {
    }

    internal int Count { get; private set; }

    /// <summary>Unchecked beyond the bounds of the array.</summary>
    internal PyValue this[int index]
    {
        get => _items[index];
        set => PyValue.Store(ref _items[index], value);
    }

    /// <summary>Valid until the list changes its length.</summary>
    internal Span<PyValue> AsSpan() => _items.AsSpan(0, Count);

    internal void Add(RunContext ctx, PyValue value)
    {
        if (Count == _items.Length) Grow(ctx, Count + 1L);
        _items[Count++] = value;
    }

    internal void AddRange(RunContext ctx, ReadOnlySpan<PyValue> values)
    {
        if (Count + (long)values.Length > _items.Length) Grow(ctx, Count + (long)values.Length);
        values.CopyTo(_items.AsSpan(Count));
        Count += values.Length;
    }

    internal void Insert(RunContext ctx, int index, PyValue value)
    {
        Add(ctx, value);
        ctx.Tick((Count - index) >> 6);
        _items.AsSpan(index, Count - 1 - index).CopyTo(_items.AsSpan(index + 1));
        _items[index] = value;
    }

    internal void RemoveAt(int index)
    {
        Count--;
        _items.AsSpan(index + 1, Count - index).CopyTo(_items.AsSpan(index));
        _items[Count] = default;
    }

    /// <summary>Replaces <paramref name="length"/> items from <paramref name="start"/>.</summary>
    internal void Splice(RunContext ctx, int start, int length, ReadOnlySpan<PyValue> replacement)
    {
        var values = replacement.ToArray();
        var tail = _items.AsSpan(start + length, Count - start - length).ToArray();
        ctx.Tick((values.Length + tail.Length) >> 6);
        Truncate(start);
        AddRange(ctx, values);
        AddRange(ctx, tail);
    }

    internal void Truncate(int count)
    {
        if (count >= Count) return;
        _items.AsSpan(count, Count - count).Clear();
        Count = count;
    }

    internal override bool Truth(RunContext ctx) => Count > 0;

    internal override PyValue Length(RunContext ctx) => PyValue.Int(Count);

    internal override PyIterator Iterate(RunContext ctx) => new PyListIterator(this);

    internal override long Hash(RunContext ctx) => throw ctx.Unhashable(AsValue);

    internal override string Repr(RunContext ctx) => SequenceText.Repr(ctx, this, "[", "]");

    internal override bool? Contains(RunContext ctx, PyValue item)
    {
        for (var i = 0; i < Count; i++)
        {
            ctx.Tick(i & 1);
            if (ctx.AreSame(_items[i], item)) return true;
        }
        return false;
    }

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other) =>
        other.Ref is PyList list ? SequenceOrder.Compare(ctx, op, this, list) : PyValue.NotImplemented;

    internal override PyValue GetItem(RunContext ctx, PyValue key)
    {
        if (key.IsInt)
        {
            var index = key.Bits < 0 ? key.Bits + Count : key.Bits;
            return (ulong)index < (ulong)Count ? _items[index] : throw ctx.IndexError("list index out of range");
        }
        if (key.Ref is PySlice slice) return ctx.NewList(slice.Of(ctx, AsSpan()));
        return GetItem(ctx, PyValue.Int(ctx.IndexOf(key, "list")));
    }

    internal override void SetItem(RunContext ctx, PyValue key, PyValue value)
    {
        if (key.Ref is PySlice slice)
        {
            slice.Assign(ctx, this, value);
            return;
        }
        var index = key.IsInt ? key.Bits : ctx.IndexOf(key, "list");
        if (index < 0) index += Count;
        if ((ulong)index >= (ulong)Count) throw ctx.IndexError("list assignment index out of range");
        _items[index] = value;
    }

    internal override void DeleteItem(RunContext ctx, PyValue key)
    {
        if (key.Ref is PySlice slice)
        {
            slice.Delete(ctx, this);
            return;
        }
        var index = key.IsInt ? key.Bits : ctx.IndexOf(key, "list");
        if (index < 0) index += Count;
        if ((ulong)index >= (ulong)Count) throw ctx.IndexError("list assignment index out of range");
        ctx.Tick((Count - index) >> 6);
        RemoveAt((int)index);
    }

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (op == BinaryOperator.Mult)
            return ctx.RepeatCount(other) is { } n ? ctx.NewList(ctx.Repeat(AsSpan(), n)) : PyValue.NotImplemented;
        if (op != BinaryOperator.Add || reflected) return PyValue.NotImplemented;
        if (other.Ref is not PyList right)
            throw ctx.TypeError($"can only concatenate list (not \"{other.TypeName}\") to list");
        return ctx.NewList(ctx.Concat(AsSpan(), right.AsSpan()));
    }

    internal override PyValue InPlace(RunContext ctx, BinaryOperator op, PyValue other)
    {
        if (op == BinaryOperator.Add) Extend(ctx, other);
        else if (op == BinaryOperator.Mult && ctx.RepeatCount(other) is { } n) Replace(ctx, ctx.Repeat(AsSpan(), n));
        else return PyValue.NotImplemented;
        return AsValue;
    }

    /// <summary>Adds everything that the iterable gives.</summary>
    internal void Extend(RunContext ctx, PyValue iterable)
    {
        if (iterable.Ref is PyList list)
        {
            AddRange(ctx, list.AsSpan().ToArray());
            return;
        }
        var iterator = ctx.Iterate(iterable);
        while (iterator.Next(ctx, out var value))
        {
            ctx.Step();
            Add(ctx, value);
        }
    }

    /// <summary>Takes the array over as the new content.</summary>
    internal void Replace(RunContext ctx, PyValue[] items)
    {
        ctx.Meter.Allocated(this, 16L * items.Length);
        _items = items;
        Count = items.Length;
    }

    /// <summary>Takes the content out, as CPython does while it sorts.</summary>
    internal PyValue[] TakeItems()
    {
        var items = AsSpan().ToArray();
        _items = [];
        Count = 0;
        return items;
    }

    /// <summary>
    /// Makes room at once for what will probably be added; not for more than a program can be trusted to fill.
    /// </summary>
    internal void Expect(RunContext ctx, long count)
    {
        if (Count + count <= _items.Length || count > MaxExpected) return;
        if (Count == 0) Resize(ctx, count);
        else Grow(ctx, Count + count);
    }

    private void Grow(RunContext ctx, long needed) =>
        Resize(ctx,
            Math.Max(needed, _items.Length < 4
            ? 4
            : _items.Length * (_items.Length < 1 << 20 ? 2L : 1L) + (_items.Length >> 2)));

    private void Resize(RunContext ctx, long capacity)
    {
        ctx.Meter.Reserve(16 * capacity);
        var larger = new PyValue[checked((int)capacity)];
        Array.Copy(_items, larger, Count);
        _items = larger;
        ctx.Meter.Allocated(this, 16 * capacity);
    }
}

/// <summary>Sees changes of the list while it runs, as CPython's does.</summary>
internal sealed class PyListIterator(PyList list) : PyIterator(Types.ListIterator)
{
    private PyList? _list = list;
    private int _index;

    internal override bool Next(RunContext ctx, out PyValue value)
    {
        if (_list is not null && _index < _list.Count)
        {
            value = _list[_index++];
            return true;
        }
        _list = null;
        value = default;
        return false;
    }
}
