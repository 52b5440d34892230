using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Objects;

/// <summary>A tuple; takes the array over and never changes it.</summary>
internal sealed class PyTuple(PyValue[] items) : PyObject(Types.Tuple)
{
    internal static readonly PyTuple Empty = new([]);

    internal PyValue[] Items { get; } = items;

    internal int Count => Items.Length;

    internal override bool Truth(RunContext ctx) => Items.Length > 0;

    internal override PyValue Length(RunContext ctx) => PyValue.Int(Items.Length);

    internal override PyIterator Iterate(RunContext ctx) => new PyTupleIterator(Items);

    internal override string Repr(RunContext ctx) => SequenceText.Repr(ctx, this);

    internal override long Hash(RunContext ctx) => Hashing.OfTuple(ctx, Items);

    internal override bool? Contains(RunContext ctx, PyValue item)
    {
        foreach (var own in Items)
        {
            ctx.Step();
            if (ctx.AreSame(own, item)) return true;
        }
        return false;
    }

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other) =>
        ctx.Unwrap(other).Ref is PyTuple tuple
            ? SequenceOrder.Compare(ctx, op, Items, tuple.Items)
            : PyValue.NotImplemented;

    internal override PyValue GetItem(RunContext ctx, PyValue key)
    {
        if (key.Ref is PySlice slice) return ctx.NewTuple(slice.Of(ctx, Items));
        var index = key.IsInt ? key.Bits : ctx.IndexOf(key, "tuple");
        if (index < 0) index += Items.Length;
        return (ulong)index < (ulong)Items.Length ? Items[index] : throw ctx.IndexError("tuple index out of range");
    }

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (op == BinaryOperator.Mult)
            return ctx.RepeatCount(other) is { } n ? ctx.NewTuple(ctx.Repeat(Items, n)) : PyValue.NotImplemented;
        if (op != BinaryOperator.Add || reflected) return PyValue.NotImplemented;
        if (ctx.Unwrap(other).Ref is not PyTuple right)
            throw ctx.TypeError($"can only concatenate tuple (not \"{other.TypeName}\") to tuple");
        return ctx.NewTuple(ctx.Concat(Items, right.Items));
    }
}

/// <summary>Walks a tuple.</summary>
internal sealed class PyTupleIterator(PyValue[] items) : PyIterator(Types.TupleIterator)
{
    private int _index;

    internal override bool Next(RunContext ctx, out PyValue value)
    {
        if (_index < items.Length)
        {
            value = items[_index++];
            return true;
        }
        value = default;
        return false;
    }
}
