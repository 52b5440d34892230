using System.Numerics;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Objects;

/// <summary>A range. The bounds are exact at any size; loops use the int64 form where everything fits.</summary>
internal sealed class PyRange(BigInteger start, BigInteger stop, BigInteger step) : PyObject(Types.Range)
{
    internal BigInteger Start { get; } = start;

    internal BigInteger Stop { get; } = stop;

    /// <summary>Never zero.</summary>
    internal BigInteger Step { get; } = step;

    internal BigInteger Count { get; } = CountOf(start, stop, step);

    /// <summary>True when the elements and one step beyond the last fit into int64.</summary>
    internal bool TryInt64(out long first, out long count, out long stride)
    {
        var behind = Start + Count * Step;
        first = count = stride = 0;
        if (!IntegerText.FitsInt64(Start) || !IntegerText.FitsInt64(behind) || !IntegerText.FitsInt64(Step)
            || !IntegerText.FitsInt64(Count)) return false;
        (first, count, stride) = ((long)Start, (long)Count, (long)Step);
        return true;
    }

    internal PyValue At(BigInteger index) => PyValue.Int(Start + index * Step);

    internal override bool Truth(RunContext ctx) => !Count.IsZero;

    internal override PyValue Length(RunContext ctx) =>
        Count <= long.MaxValue
            ? PyValue.Int(Count)
            : throw ctx.OverflowError("Python int too large to convert to C ssize_t");

    internal override string Repr(RunContext ctx) =>
        Step.IsOne
            ? FormattableString.Invariant($"range({Start}, {Stop})")
            : FormattableString.Invariant($"range({Start}, {Stop}, {Step})");

    internal override PyIterator Iterate(RunContext ctx) =>
        TryInt64(out var first, out var count, out var stride)
            ? new PyRangeIterator(first, count, stride)
            : new PyBigRangeIterator(this);

    internal override bool? Contains(RunContext ctx, PyValue item) =>
        ctx.TryInteger(item, out var value) ? IndexOf(value).Sign >= 0 : null;

    /// <summary>The position of a value, or -1.</summary>
    internal BigInteger IndexOf(BigInteger value)
    {
        var distance = value - Start;
        if (!(distance % Step).IsZero) return BigInteger.MinusOne;
        var index = distance / Step;
        return index.Sign >= 0 && index < Count ? index : BigInteger.MinusOne;
    }

    internal override PyValue GetItem(RunContext ctx, PyValue key)
    {
        if (key.Ref is PySlice slice)
        {
            var (from, to, stride) = slice.Bounds(ctx, Count);
            return PyValue.Of(new PyRange(Start + from * Step, Start + to * Step, stride * Step));
        }
        if (!ctx.TryIndex(key, out var index))
            throw ctx.TypeError($"range indices must be integers or slices, not {key.TypeName}");
        if (index.Sign < 0) index += Count;
        return index.Sign >= 0 && index < Count ? At(index) : throw ctx.IndexError("range object index out of range");
    }

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other)
    {
        if (op is not (CompareOperator.Eq or CompareOperator.NotEq) || other.Ref is not PyRange right)
            return PyValue.NotImplemented;
        var equal = Count == right.Count
            && (Count.IsZero || (Start == right.Start && (Count.IsOne || Step == right.Step)));
        return PyValue.Bool(equal == (op == CompareOperator.Eq));
    }

    internal override long Hash(RunContext ctx)
    {
        PyValue start = Count.IsZero
            ? PyValue.None : PyValue.Int(Start), step = Count <= 1 ? PyValue.None
            : PyValue.Int(Step);
        return Hashing.OfTuple(ctx, [PyValue.Int(Count), start, step]);
    }

    private static BigInteger CountOf(BigInteger start, BigInteger stop, BigInteger step)
    {
        if (step.Sign > 0) return start >= stop ? BigInteger.Zero : (stop - start - 1) / step + 1;
        return start <= stop ? BigInteger.Zero : (start - stop - 1) / -step + 1;
    }
}

/// <summary>Walks a range inside int64.</summary>
internal sealed class PyRangeIterator(long first, long count, long stride) : PyIterator(Types.RangeIterator)
{
    private long _next = first;
    private long _left = count;

    internal override bool Next(RunContext ctx, out PyValue value)
    {
        value = PyValue.Int(_next);
        if (_left == 0) return false;
        _left--;
        _next += stride;
        return true;
    }
}

/// <summary>Walks a range of any size.</summary>
internal sealed class PyBigRangeIterator(PyRange range) : PyIterator(Types.RangeIterator)
{
    private BigInteger _index = BigInteger.Zero;

    internal override bool Next(RunContext ctx, out PyValue value)
    {
        value = range.At(_index);
        if (_index >= range.Count) return false;
        _index += BigInteger.One;
        return true;
    }
}
