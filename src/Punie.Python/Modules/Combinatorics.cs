using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules;

/// <summary>
/// <c>product</c>, <c>permutations</c> and <c>combinations</c> of <c>itertools</c>, in CPython's order.
/// </summary>
internal static class Combinatorics
{
    internal static readonly PyType[] All =
    [
        ItertoolsModule.Make("product", "*iterables, repeat=1", Product),
        ItertoolsModule.Make("permutations", "iterable, r=None", Permutations),
        ItertoolsModule.Make("combinations", "iterable, r", (ctx, a) => Combinations(ctx, a, again: false)),
        ItertoolsModule.Make("combinations_with_replacement", "iterable, r", (ctx, a) =>
            Combinations(ctx, a, again: true)),
    ];

    private static PyValue Product(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var repeat = ctx.Int64(a[1]);
        if (repeat < 0) throw ctx.ValueError("repeat argument cannot be negative");
        var once = ((PyTuple)a[0].Ref!).Items.Select(i => ctx.ToArray(i)).ToArray();
        if (once.Length == 0) repeat = 0;
        // Twice, so that the product of both cannot be too great for a long.
        ctx.Meter.Reserve(repeat, 8);
        ctx.Meter.Reserve(once.Length * repeat, 8);
        var pools = new PyValue[once.Length * repeat][];
        for (var i = 0; i < pools.Length; i++) pools[i] = once[i % once.Length];
        int[]? indices = null;
        return ItertoolsModule.Lazy(ctx, "product", (RunContext c, out PyValue value) =>
        {
            value = default;
            if (indices is null)
            {
                if (Array.Exists(pools, p => p.Length == 0)) return false;
                indices = new int[pools.Length];
            }
            else if (!Advance(indices, pools)) return false;
            value = Pick(c, indices.Length, i => pools[i][indices[i]]);
            return true;
        });
    }

    private static bool Advance(int[] indices, PyValue[][] pools)
    {
        for (var i = indices.Length - 1; i >= 0; i--)
        {
            if (++indices[i] < pools[i].Length) return true;
            indices[i] = 0;
        }
        return false;
    }

    private static PyValue Permutations(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var pool = ctx.ToArray(a[0]);
        var size = a[1].IsNone ? pool.Length : ctx.Int64(a[1]);
        if (size < 0) throw ctx.ValueError("r must be non-negative");
        var length = (int)Math.Min(size, int.MaxValue);
        int[]? indices = null;
        int[] cycles = [];
        return ItertoolsModule.Lazy(ctx, "permutations", (RunContext c, out PyValue value) =>
        {
            value = default;
            if (length > pool.Length) return false;
            if (indices is null)
            {
                indices = [.. Enumerable.Range(0, pool.Length)];
                cycles = [.. Enumerable.Range(0, length).Select(i => pool.Length - i)];
            }
            else if (!Rotate(c, indices, cycles)) return false;
            value = Pick(c, length, i => pool[indices[i]]);
            return true;
        });
    }

    private static bool Rotate(RunContext ctx, int[] indices, int[] cycles)
    {
        for (var i = cycles.Length - 1; i >= 0; i--)
        {
            ctx.Step();
            if (--cycles[i] > 0)
            {
                var j = indices.Length - cycles[i];
                (indices[i], indices[j]) = (indices[j], indices[i]);
                return true;
            }
            var first = indices[i];
            Array.Copy(indices, i + 1, indices, i, indices.Length - i - 1);
            indices[^1] = first;
            cycles[i] = indices.Length - i;
        }
        return false;
    }

    private static PyValue Combinations(RunContext ctx, ReadOnlySpan<PyValue> a, bool again)
    {
        var pool = ctx.ToArray(a[0]);
        var size = ctx.Int64(a[1]);
        if (size < 0) throw ctx.ValueError("r must be non-negative");
        var possible = again ? pool.Length > 0 || size == 0 : size <= pool.Length;
        ctx.Meter.Reserve(possible ? size : 0, 4);
        int[]? indices = null;
        return ItertoolsModule.Lazy(ctx, again
            ? "combinations_with_replacement"
            : "combinations", (RunContext c, out PyValue value) =>
        {
            value = default;
            if (!possible) return false;
            if (indices is null) indices = again ? new int[size] : [.. Enumerable.Range(0, (int)size)];
            else if (!Next(indices, pool.Length, again)) return false;
            value = Pick(c, indices.Length, i => pool[indices[i]]);
            return true;
        });
    }

    private static bool Next(int[] indices, int count, bool again)
    {
        var i = indices.Length - 1;
        while (i >= 0 && indices[i] == (again ? count - 1 : i + count - indices.Length)) i--;
        if (i < 0) return false;
        indices[i]++;
        for (var j = i + 1; j < indices.Length; j++) indices[j] = again ? indices[i] : indices[j - 1] + 1;
        return true;
    }

    private static PyValue Pick(RunContext ctx, int length, Func<int, PyValue> item)
    {
        ctx.Tick(length >> 2);
        ctx.Meter.Reserve(16L * length);
        var items = new PyValue[length];
        for (var i = 0; i < length; i++) items[i] = item(i);
        return ctx.NewTuple(items);
    }
}
