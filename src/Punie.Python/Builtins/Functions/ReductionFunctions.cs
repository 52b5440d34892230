using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Builtins.Functions;

/// <summary><c>sum</c>, <c>min</c>, <c>max</c>, <c>any</c>, <c>all</c>, <c>sorted</c>.</summary>
internal static class ReductionFunctions
{
    internal static readonly NativeFunction[] Table =
    [
        new("all", "iterable, /", (ctx, a) => PyValue.Bool(!Exists(ctx, a[0], wanted: false))),
        new("any", "iterable, /", (ctx, a) => PyValue.Bool(Exists(ctx, a[0], wanted: true))),
        new("max", "*args, key=None, default=?", (ctx, a) => Extreme(ctx, a, "max")),
        new("min", "*args, key=None, default=?", (ctx, a) => Extreme(ctx, a, "min")),
        new("sorted", "iterable, /, *, key=None, reverse=False", Sorted),
        new("sum", "iterable, /, start=0", Sum),
    ];

    private static bool Exists(RunContext ctx, PyValue iterable, bool wanted)
    {
        var iterator = ctx.Iterate(iterable);
        while (iterator.Next(ctx, out var value))
        {
            ctx.Step();
            if (ctx.Truth(value) == wanted) return true;
        }
        return false;
    }

    private static PyValue Extreme(RunContext ctx, ReadOnlySpan<PyValue> a, string name)
    {
        var items = ((PyTuple)a[0].Ref!).Items;
        if (items.Length == 0) throw ctx.TypeError($"{name} expected at least 1 argument, got 0");
        if (items.Length > 1 && !a[2].IsUnbound)
            throw ctx.TypeError($"Cannot specify a default for {name}() with multiple positional arguments");
        var key = Given.OptionalFunction(a[1]);
        var iterator = items.Length == 1 ? ctx.Iterate(items[0]) : new PyTupleIterator(items);
        PyValue best = default, bestKey = default;
        while (iterator.Next(ctx, out var value))
        {
            ctx.Step();
            var own = key.IsUnbound ? value : ctx.Call(key, [value]);
            var better = best.IsUnbound
                || (name == "min"
                ? ctx.IsLess(own, bestKey)
                : ctx.Truth(ctx.Compare(CompareOperator.Gt, own, bestKey)));
            if (better) (best, bestKey) = (value, own);
        }
        if (!best.IsUnbound) return best;
        return a[2].IsUnbound ? throw ctx.ValueError($"{name}() arg is an empty sequence") : a[2];
    }

    private static PyValue Sorted(RunContext ctx, ReadOnlySpan<PyValue> a) =>
        ctx.NewList(Sorting.Sort(ctx, ctx.ToArray(a[0]), Given.OptionalFunction(a[1]), ctx.Truth(a[2])));

    private static PyValue Sum(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var total = a[1];
        if (total.IsText) throw ctx.TypeError("sum() can't sum strings [use ''.join(seq) instead]");
        if (total.Ref is PyBytes) throw ctx.TypeError("sum() can't sum bytes [use b''.join(seq) instead]");
        var iterator = ctx.Iterate(a[0]);
        while (iterator.Next(ctx, out var value))
        {
            ctx.Step();
            if (total.IsFloat && value.IsFloat) total = PyValue.Float(total.Double + value.Double);
            else total = ctx.Binary(BinaryOperator.Add, total, value);
        }
        return total;
    }
}
