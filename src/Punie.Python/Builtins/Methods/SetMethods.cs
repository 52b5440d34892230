using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Methods;

/// <summary>The methods of <c>set</c> and <c>frozenset</c>.</summary>
internal static class SetMethods
{
    internal static void Define()
    {
        Types.FrozenSet.Define(Shared());
        Types.Set.Define(Shared());
        Types.Set.Define(
            new NativeFunction("add", "self, elem, /", (ctx, a) => None(Set(a).Add(ctx, a[1]))),
            new NativeFunction("clear", "self, /", Clear),
            new NativeFunction("discard", "self, elem, /", (ctx, a) => None(Set(a).Remove(ctx, Key(ctx, a[1])))),
            new NativeFunction("pop", "self, /", (ctx, a) =>
                Set(a).Pop(out var key) ? key : throw ctx.KeyError(PyValue.Str("pop from an empty set"))),
            new NativeFunction("remove", "self, elem, /", (ctx, a) =>
                Set(a).Remove(ctx, Key(ctx, a[1])) ? PyValue.None : throw ctx.KeyError(a[1])),
            new NativeFunction("update", "self, *others", Update),
            new NativeFunction("difference_update", "self, *others", (ctx, a) =>
                Change(ctx, a, (set, other) => set.RemoveAll(ctx, other))),
            new NativeFunction("intersection_update", "self, *others", (ctx, a) =>
                Change(ctx, a, (set, other) => set.Become(set.Intersection(ctx, other)))),
            new NativeFunction("symmetric_difference_update", "self, other, /", SymmetricUpdate));
    }

    /// <summary>A set with everything that the iterable gives; a set is given back as it is.</summary>
    internal static PySet ToSet(RunContext ctx, PyValue iterable)
    {
        if (ctx.Unwrap(iterable).Ref is PySet known) return known;
        var set = new PySet();
        AddAll(ctx, set, iterable);
        return set;
    }

    private static NativeFunction[] Shared() =>
    [
        new("copy", "self, /", (ctx, a) => Set(a).IsFrozen ? a[0] : ctx.New(Set(a).Copy(ctx, frozen: false))),
        new("difference", "self, *others", (ctx, a) => Combine(ctx, a, (set, other) => set.Difference(ctx, other))),
        new("intersection", "self, *others", (ctx, a) => Combine(ctx, a, (set, other) => set.Intersection(ctx, other))),
        new("symmetric_difference", "self, other, /", (ctx, a) =>
            ctx.New(Set(a).SymmetricDifference(ctx, ToSet(ctx, a[1])))),
        new("union", "self, *others", Union),
        new("isdisjoint", "self, other, /", (ctx, a) =>
            PyValue.Bool(Set(a).Intersection(ctx, ToSet(ctx, a[1])).Count == 0)),
        new("issubset", "self, other, /", (ctx, a) => PyValue.Bool(ToSet(ctx, a[1]).HoldsAllOf(ctx, Set(a)))),
        new("issuperset", "self, other, /", (ctx, a) => PyValue.Bool(Set(a).HoldsAllOf(ctx, ToSet(ctx, a[1])))),
    ];

    private static PySet Set(ReadOnlySpan<PyValue> a) => (PySet)a[0].Ref!;

    private static PyValue None(bool _) => PyValue.None;

    // A set is looked up as the frozenset that equals it.
    private static PyValue Key(RunContext ctx, PyValue value) =>
        ctx.Unwrap(value).Ref is PySet { IsFrozen: false } set ? PyValue.Of(set.Copy(ctx, frozen: true)) : value;

    private static void AddAll(RunContext ctx, PySet set, PyValue iterable)
    {
        if (ctx.Unwrap(iterable).Ref is PySet other)
        {
            set.Merge(ctx, other);
            return;
        }
        if (ctx.Unwrap(iterable).Ref is PyDict dict) set.ReserveFor(ctx, dict.Count);
        var iterator = ctx.Iterate(iterable);
        while (iterator.Next(ctx, out var value))
        {
            ctx.Step();
            set.Add(ctx, value);
        }
    }

    private static PyValue Clear(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        Set(a).Clear();
        return PyValue.None;
    }

    private static PyValue Union(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var result = Set(a).Copy(ctx, Set(a).IsFrozen);
        foreach (var other in ((PyTuple)a[1].Ref!).Items) AddAll(ctx, result, other);
        return ctx.New(result);
    }

    private static PyValue Update(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        foreach (var other in ((PyTuple)a[1].Ref!).Items) AddAll(ctx, Set(a), other);
        return PyValue.None;
    }

    private static PyValue SymmetricUpdate(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        Set(a).Become(Set(a).SymmetricDifference(ctx, ToSet(ctx, a[1])));
        return PyValue.None;
    }

    private static PyValue Combine(RunContext ctx, ReadOnlySpan<PyValue> a, Func<PySet, PySet, PySet> combine)
    {
        var others = ((PyTuple)a[1].Ref!).Items;
        var result = others.Length == 0 ? Set(a).Copy(ctx, Set(a).IsFrozen) : Set(a);
        foreach (var other in others) result = combine(result, ToSet(ctx, other));
        return ctx.New(result);
    }

    private static PyValue Change(RunContext ctx, ReadOnlySpan<PyValue> a, Action<PySet, PySet> change)
    {
        foreach (var other in ((PyTuple)a[1].Ref!).Items) change(Set(a), ToSet(ctx, other));
        return PyValue.None;
    }
}
