using System.Numerics;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Objects;

/// <summary><c>slice(lower, upper, step)</c>; absent parts are <c>None</c>.</summary>
internal sealed class PySlice(PyValue lower, PyValue upper, PyValue step) : PyObject(Types.Slice)
{
    internal PyValue Lower { get; } = lower;

    internal PyValue Upper { get; } = upper;

    internal PyValue Step { get; } = step;

    /// <summary>Start, end and step for a length, as <c>slice.indices</c> gives them.</summary>
    internal (BigInteger Start, BigInteger Stop, BigInteger Step) Bounds(RunContext ctx, BigInteger length)
    {
        var step = Step.IsNone ? BigInteger.One : Part(ctx, Step);
        if (step.IsZero) throw ctx.ValueError("slice step cannot be zero");
        BigInteger first = step.Sign > 0
            ? BigInteger.Zero : BigInteger.MinusOne, last = step.Sign > 0 ? length
            : length - 1;
        var start = Lower.IsNone ? (step.Sign > 0 ? first : last) : Clamp(Part(ctx, Lower), length, first, last);
        var stop = Upper.IsNone ? (step.Sign > 0 ? last : first) : Clamp(Part(ctx, Upper), length, first, last);
        return (start, stop, step);
    }

    /// <summary>First index, number of elements and stride for a sequence in memory.</summary>
    internal (int Start, int Count, long Step) Resolve(RunContext ctx, int length)
    {
        if (IsPlain(Lower) && IsPlain(Upper) && (Step.IsNone || (Step.IsInt && Step.Bits > 0)))
        {
            var stride = Step.IsNone ? 1 : Step.Bits;
            var from = Lower.IsNone ? 0 : Clamp(Lower.Bits, length);
            var to = Upper.IsNone ? length : Clamp(Upper.Bits, length);
            var selected = to <= from ? 0 : (int)((to - from - 1) / stride + 1);
            return (from, selected, selected <= 1 ? 1 : stride);
        }
        var (start, stop, step) = Bounds(ctx, length);
        var distance = step.Sign > 0 ? stop - start : start - stop;
        var count = distance.Sign <= 0 ? 0 : (int)((distance - 1) / BigInteger.Abs(step) + 1);
        return ((int)start, count, count <= 1 ? 1 : (long)step);
    }

    /// <summary>The selected elements.</summary>
    internal T[] Of<T>(RunContext ctx, ReadOnlySpan<T> items)
    {
        var (start, count, step) = Resolve(ctx, items.Length);
        ctx.Meter.Reserve(16L * count);
        ctx.Tick(count >> 4);
        if (count == 0) return [];
        if (step == 1) return items.Slice(start, count).ToArray();
        var result = new T[count];
        for (var i = 0; i < count; i++) result[i] = items[(int)(start + i * step)];
        return result;
    }

    internal PyValue[] Of(RunContext ctx, Span<PyValue> items) => Of<PyValue>(ctx, items);

    internal void Assign(RunContext ctx, PyList list, PyValue value)
    {
        var values = ctx.ToArray(value, "can only assign an iterable");
        var (start, count, step) = Resolve(ctx, list.Count);
        if (Step.IsNone || (Step.IsInt && Step.Bits == 1))
        {
            list.Splice(ctx, Math.Min(start, list.Count), count, values);
            return;
        }
        if (values.Length != count)
            throw ctx.ValueError(
                $"attempt to assign sequence of size {values.Length} to extended slice of size {count}");
        for (var i = 0; i < count; i++) list[(int)(start + i * step)] = values[i];
    }

    internal void Delete(RunContext ctx, PyList list)
    {
        var (start, count, step) = Resolve(ctx, list.Count);
        if (count == 0) return;
        if (step == 1)
        {
            list.Splice(ctx, start, count, []);
            return;
        }
        var doomed = new HashSet<int>();
        for (var i = 0; i < count; i++) doomed.Add((int)(start + i * step));
        var kept = new List<PyValue>();
        for (var i = 0; i < list.Count; i++)
        {
            ctx.Tick(i & 1);
            if (!doomed.Contains(i)) kept.Add(list[i]);
        }
        list.Truncate(0);
        list.AddRange(ctx, [.. kept]);
    }

    internal override string Repr(RunContext ctx) => $"slice({ctx.Repr(Lower)}, {ctx.Repr(Upper)}, {ctx.Repr(Step)})";

    internal override long Hash(RunContext ctx) => throw ctx.Unhashable(AsValue);

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other) =>
        other.Ref is PySlice right
            ? SequenceOrder.Compare(ctx, op, [Lower, Upper, Step], [right.Lower, right.Upper, right.Step])
            : PyValue.NotImplemented;

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "start" => Lower,
        "stop" => Upper,
        "step" => Step,
        _ => base.FindAttribute(ctx, name),
    };

    private static BigInteger Part(RunContext ctx, PyValue value) =>
        ctx.TryIndex(value, out var index)
            ? index
            : throw ctx.TypeError("slice indices must be integers or None or have an __index__ method");

    private static bool IsPlain(PyValue part) => part.IsNone || part.IsInt;

    private static int Clamp(long value, int length) => (int)Math.Clamp(value < 0 ? value + length : value, 0, length);

    private static BigInteger Clamp(BigInteger value, BigInteger length, BigInteger first, BigInteger last)
    {
        if (value.Sign < 0) value += length;
        return BigInteger.Max(first, BigInteger.Min(last, value));
    }
}
