using Punie.Python.Modules.Classes;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules;

/// <summary><c>functools</c>.</summary>
internal static class FunctoolsModule
{
    private static readonly string[] Assigned =
        ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"];

    private static readonly NativeFunction[] Functions =
    [
        new("reduce", "function, iterable, initial=?, /", Reduce),
        new("cache", "user_function, /", (ctx, a) => ctx.New(new PyCached(a[0], null, typed: false), 160)),
        new("lru_cache", "maxsize=128, typed=False", LruCache),
        new("cmp_to_key", "mycmp", CompareKey),
        new("total_ordering", "cls, /", TotalOrdering),
        new("update_wrapper", "wrapper, wrapped, assigned=None, updated=None", (ctx, a) => Wrap(ctx, a[0], a[1])),
        new("wraps", "wrapped, assigned=None, updated=None", Wraps),
        new("_mro", "cls, /", (ctx, a) =>
            a[0].Ref is PyType type ? ctx.NewTuple([.. type.Mro.Select(t => PyValue.Of(t))]) : ctx.NewTuple([])),
        new("_is_union", "obj, /", (_, a) => PyValue.Bool(a[0].Ref is PyUnionType)),
        new("_bind", "func, obj, cls, /", (ctx, a) => a[1].IsNone ? a[0] : Attributes.Bind(ctx, a[0], a[1], a[1].Type)),
    ];

    static FunctoolsModule()
    {
        PyPartial.Define();
        PyCached.Define();
        PyCachedProperty.CachedPropertyType.New = (ctx, _, a) =>
            ctx.New(new PyCachedProperty(a.PositionalCount == 1
                ? a.Values[0]
                : throw ctx.TypeError("cached_property() takes exactly one argument")));
    }

    internal static PyModule Load(RunContext ctx) => Library.LibraryModule.Lazy("functools", NativeModule.Make(
        "functools", Functions, ("partial", PyValue.Of(PyPartial.PartialType)),
        ("cached_property", PyValue.Of(PyCachedProperty.CachedPropertyType))));

    private static PyValue Reduce(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var iterator = ctx.TryIterate(a[1]) ?? throw ctx.TypeError("reduce() arg 2 must support iteration");
        var result = a[2];
        if (result.IsUnbound && !iterator.Next(ctx, out result))
            throw ctx.TypeError("reduce() of empty iterable with no initial value");
        while (iterator.Next(ctx, out var value))
        {
            ctx.Step();
            result = ctx.Call(a[0], [result, value]);
        }
        return result;
    }

    private static PyValue LruCache(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (Calls.IsCallable(a[0])) return ctx.New(new PyCached(a[0], 128, typed: false), 160);
        if (!a[0].IsNone && !ctx.TryIndex(a[0], out _))
            throw ctx.TypeError("Expected first argument to be an integer, a callable, or None");
        long? limit = a[0].IsNone ? null : Math.Max(0, ctx.Int64(a[0]));
        var typed = ctx.Truth(a[1]);
        return PyValue.Of(
            new NativeFunction("decorating_function", "user_function, /", (c, b) =>
                c.New(new PyCached(b[0], limit, typed), 160)));
    }

    private static PyValue CompareKey(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var function = a[0];
        return PyValue.Of(new NativeFunction("K", "obj", (c, b) => c.New(new PyComparisonKey(function, b[0]), 64)));
    }

    private static PyValue Wrap(RunContext ctx, PyValue wrapper, PyValue wrapped)
    {
        foreach (var name in Assigned)
        {
            if (ctx.TryGetAttribute(wrapped, name, out var value) && wrapper.Ref is PyFunction && name != "__module__")
                ctx.SetAttribute(wrapper, name, value);
        }
        if (wrapped.Ref is PyFunction && ctx.GetAttribute(wrapped, "__dict__").Ref is PyDict attributes)
        {
            foreach (var (key, value) in attributes.ToPairs()) ctx.SetAttribute(wrapper, ctx.Str(key), value);
        }
        if (wrapper.Ref is PyFunction) ctx.SetAttribute(wrapper, "__wrapped__", wrapped);
        return wrapper;
    }

    private static PyValue Wraps(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var wrapped = a[0];
        return PyValue.Of(new NativeFunction("wraps", "wrapper, /", (c, b) => Wrap(c, b[0], wrapped)));
    }

    private static PyValue TotalOrdering(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].Ref is not PyType { IsUserDefined: true } type) throw ctx.TypeError("total_ordering() needs a class");
        string[] names = ["__lt__", "__le__", "__gt__", "__ge__"];
        var root = Array.Find(names, n => type.TryLookupUser(n, out _))
            ?? throw ctx.ValueError("must define at least one ordering operation: < > <= >=");
        foreach (var name in names)
        {
            if (type.TryLookupUser(name, out _)) continue;
            ctx.DefineOn(type, name,
                PyValue.Of(new PyBoundNative(name, "self, other, /", (c, b) => Derive(c, (root, name), b[0], b[1]))));
        }
        return a[0];
    }

    // Each ordering from the one that the class has and from equality.
    private static PyValue Derive(RunContext ctx, (string Root, string Wanted) names, PyValue self, PyValue other)
    {
        var known = ctx.CallMethod(self, names.Root, other);
        if (known.IsNotImplemented) return known;
        var holds = ctx.Truth(known);
        var rootIsLess = names.Root is "__lt__" or "__le__";
        var wantsLess = names.Wanted is "__lt__" or "__le__";
        var rootIsStrict = names.Root is "__lt__" or "__gt__";
        var wantsStrict = names.Wanted is "__lt__" or "__gt__";
        if (rootIsLess == wantsLess)
            return PyValue.Bool(wantsStrict ? holds && !ctx.AreEqual(self, other) : holds || ctx.AreEqual(self, other));
        if (rootIsStrict != wantsStrict) return PyValue.Bool(!holds);
        return PyValue.Bool(wantsStrict ? !holds && !ctx.AreEqual(self, other) : !holds || ctx.AreEqual(self, other));
    }
}
