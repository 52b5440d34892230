using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary>A stable merge sort that calls the program's own comparisons and counts its work.</summary>
/// <remarks>
/// Elements are compared only with <c>&lt;</c>, as in CPython; runs that are in order already are kept.
/// </remarks>
internal static class Sorting
{
    private const int SmallRun = 16;

    /// <summary>The items in order; the array is taken over.</summary>
    internal static PyValue[] Sort(RunContext ctx, PyValue[] items, PyValue key, bool reverse)
    {
        if (key.IsUnbound)
        {
            Order(ctx, items, null, reverse);
            return items;
        }
        ctx.Meter.Reserve(32L * items.Length);
        var keys = new PyValue[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            ctx.Step();
            keys[i] = ctx.Call(key, [items[i]]);
        }
        Order(ctx, keys, items, reverse);
        return items;
    }

    // Sorting backwards and stable: turn round, sort, turn round.
    private static void Order(RunContext ctx, PyValue[] keys, PyValue[]? items, bool reverse)
    {
        if (reverse)
        {
            Array.Reverse(keys);
            if (items is not null) Array.Reverse(items);
        }
        if (!IsOrdered(ctx, keys)) Merge(ctx, keys, items);
        if (!reverse) return;
        Array.Reverse(keys);
        if (items is not null) Array.Reverse(items);
    }

    private static bool IsOrdered(RunContext ctx, PyValue[] keys)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            ctx.Tick(i & 1);
            if (ctx.IsLess(keys[i], keys[i - 1])) return false;
        }
        return true;
    }

    private static void Merge(RunContext ctx, PyValue[] keys, PyValue[]? items)
    {
        var kind = UniformKind(keys);
        if (kind == Kind.Int && items is null)
        {
            SortIntegers(ctx, keys);
            return;
        }
        ctx.Meter.Reserve((items is null ? 16L : 32L) * keys.Length);
        var sorter = new Merger(ctx, keys, items, kind);
        sorter.Sort();
    }

    // Equal ints cannot be told apart, so stability does not matter.
    private static void SortIntegers(RunContext ctx, PyValue[] keys)
    {
        ctx.Meter.Reserve(8L * keys.Length);
        ctx.Tick(keys.Length);
        var numbers = new long[keys.Length];
        for (var i = 0; i < keys.Length; i++) numbers[i] = keys[i].Bits;
        Array.Sort(numbers);
        for (var i = 0; i < keys.Length; i++) keys[i] = PyValue.Int(numbers[i]);
    }

    private static Kind UniformKind(PyValue[] keys)
    {
        bool ints = true, texts = true, floats = true;
        foreach (var key in keys)
        {
            ints &= key.IsInt;
            texts &= key.IsText;
            floats &= key.IsFloat;
        }
        return ints ? Kind.Int : texts ? Kind.Text : floats ? Kind.Float : Kind.Mixed;
    }

    private enum Kind
    {
        Mixed,
        Int,
        Float,
        Text,
    }

    private sealed class Merger(RunContext ctx, PyValue[] keys, PyValue[]? items, Kind kind)
    {
        private readonly PyValue[] _keyRoom = new PyValue[keys.Length];
        private readonly PyValue[] _itemRoom = items is null ? [] : new PyValue[keys.Length];

        internal void Sort()
        {
            for (var from = 0; from < keys.Length; from += SmallRun)
                Insert(from, Math.Min(from + SmallRun, keys.Length));
            for (var width = SmallRun; width < keys.Length; width *= 2)
            {
                for (var from = 0; from + width < keys.Length; from += 2 * width)
                    Join(from, from + width, Math.Min(from + 2 * width, keys.Length));
            }
        }

        private bool IsLess(PyValue a, PyValue b) => kind switch
        {
            Kind.Int => a.Bits < b.Bits,
            Kind.Float => a.Double < b.Double,
            Kind.Text when a.IsBmp && b.IsBmp => string.CompareOrdinal(a.Text, b.Text) < 0,
            _ => ctx.IsLess(a, b),
        };

        private void Insert(int from, int to)
        {
            for (var i = from + 1; i < to; i++)
            {
                ctx.Step();
                var key = keys[i];
                var item = items is null ? default : items[i];
                var at = i;
                for (; at > from && IsLess(key, keys[at - 1]); at--)
                {
                    keys[at] = keys[at - 1];
                    if (items is not null) items[at] = items[at - 1];
                }
                keys[at] = key;
                if (items is not null) items[at] = item;
            }
        }

        private void Join(int from, int middle, int to)
        {
            if (!IsLess(keys[middle], keys[middle - 1])) return;
            Array.Copy(keys, from, _keyRoom, from, middle - from);
            if (items is not null) Array.Copy(items, from, _itemRoom, from, middle - from);
            int left = from, right = middle, at = from;
            while (left < middle && right < to)
            {
                ctx.Tick(at & 1);
                if (IsLess(keys[right], _keyRoom[left])) Take(at++, right++);
                else Restore(at++, left++);
            }
            while (left < middle) Restore(at++, left++);
        }

        private void Take(int at, int source)
        {
            keys[at] = keys[source];
            if (items is not null) items[at] = items[source];
        }

        private void Restore(int at, int source)
        {
            keys[at] = _keyRoom[source];
            if (items is not null) items[at] = _itemRoom[source];
        }
    }
}
