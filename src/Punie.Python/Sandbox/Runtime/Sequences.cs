using System.Numerics;
using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Makes and joins sequences, accounted for before they are allocated.</summary>
internal static class Sequences
{
    /// <summary>Takes the array over.</summary>
    internal static PyValue NewList(this RunContext ctx, PyValue[] items)
    {
        var list = new PyList(items);
        ctx.Meter.Allocated(list, 56 + 16L * items.Length);
        return PyValue.Of(list);
    }

    /// <summary>Takes the array over.</summary>
    internal static PyValue NewTuple(this RunContext ctx, PyValue[] items)
    {
        if (items.Length == 0) return PyValue.Of(PyTuple.Empty);
        var tuple = new PyTuple(items);
        ctx.Meter.Allocated(tuple, 48 + 16L * items.Length);
        return PyValue.Of(tuple);
    }

    internal static PyDict NewDict(this RunContext ctx)
    {
        var dict = new PyDict();
        ctx.Meter.Allocated(dict, 64);
        return dict;
    }

    /// <summary>Accounts for bytes with their content.</summary>
    internal static PyValue New(this RunContext ctx, PyBytes value) => ctx.New(value, 48L + value.Value.Length);

    /// <summary>Accounts for a bytearray with its content; what makes it longer accounts for more.</summary>
    internal static PyValue New(this RunContext ctx, Builtins.PyByteArray value) =>
        ctx.New(value, 80L + value.Content.Count);

    /// <summary>Accounts for any other new object.</summary>
    internal static PyValue New(this RunContext ctx, PyObject value, long bytes = 64)
    {
        ctx.Meter.Allocated(value, bytes);
        return PyValue.Of(value);
    }

    /// <summary>The right operand of <c>sequence * n</c>, at least 0; null when it is not an int.</summary>
    internal static BigInteger? RepeatCount(this RunContext ctx, PyValue value) =>
        ctx.TryIndex(value, out var count) ? BigInteger.Max(count, BigInteger.Zero) : null;

    internal static T[] Repeat<T>(this RunContext ctx, ReadOnlySpan<T> items, BigInteger count)
    {
        var total = Total(ctx, items.Length, count);
        ctx.Meter.Reserve(16L * total);
        ctx.Tick(total >> 6);
        var result = new T[total];
        if (items.Length == 1) Array.Fill(result, items[0]);
        else if (items.Length > 0) for (var i = 0; i < total; i += items.Length) items.CopyTo(result.AsSpan(i));
        return result;
    }

    internal static PyValue[] Repeat(this RunContext ctx, Span<PyValue> items, BigInteger count) =>
        Repeat<PyValue>(ctx, items, count);

    internal static T[] Concat<T>(this RunContext ctx, ReadOnlySpan<T> left, ReadOnlySpan<T> right)
    {
        ctx.Meter.Reserve(16L * (left.Length + (long)right.Length));
        ctx.Tick((left.Length + right.Length) >> 6);
        return [.. left, .. right];
    }

    internal static PyValue[] Concat(this RunContext ctx, Span<PyValue> left, Span<PyValue> right) =>
        Concat<PyValue>(ctx, left, right);

    /// <summary>Number of elements of a repetition; stops the run where it could never fit.</summary>
    internal static int Total(RunContext ctx, int length, BigInteger count)
    {
        var total = length * count;
        if (total > long.MaxValue) throw ctx.Error(Builtins.ExceptionTypes.MemoryError, "");
        ctx.Meter.Reserve((long)BigInteger.Min(total, long.MaxValue >> 5) * 2);
        return total <= Array.MaxLength ? (int)total : throw new StopException(Limit.Bytes);
    }
}
