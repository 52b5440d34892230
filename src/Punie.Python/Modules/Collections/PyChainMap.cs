using Punie.Python.Builtins.Functions;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Collections;

/// <summary>A <c>ChainMap</c>: several dicts seen as one; the first is written to.</summary>
internal sealed class PyChainMap(PyList maps) : PyObject(ChainMapType)
{
    internal static readonly PyType ChainMapType = IterationFunctions.Make("ChainMap", "*maps", New, "collections");

    internal static void Define()
    {
        ChainMapType.Define("maps", PyValue.Of(new NativeProperty("maps", (_, self) => PyValue.Of(((PyChainMap)self.Ref!).Maps))));
        ChainMapType.Define("parents", PyValue.Of(new NativeProperty("parents", (ctx, self) => Make(ctx, ctx.ToArray(PyValue.Of(((PyChainMap)self.Ref!).Maps))[1..]))));
        ChainMapType.Define(
            new NativeFunction("get", "self, key, default=None, /", (ctx, a) => Map(a).Find(ctx, a[1]) is { IsUnbound: false } found ? found : a[2]),
            new NativeFunction("keys", "self, /", (ctx, a) => ctx.CallMethod(Map(a).Merged(ctx), "keys")),
            new NativeFunction("values", "self, /", (ctx, a) => ctx.CallMethod(Map(a).Merged(ctx), "values")),
            new NativeFunction("items", "self, /", (ctx, a) => ctx.CallMethod(Map(a).Merged(ctx), "items")),
            new NativeFunction("new_child", "self, m=None", (ctx, a) => Make(ctx, [a[1].IsNone ? PyValue.Of(ctx.NewDict()) : a[1], .. ctx.ToArray(PyValue.Of(Map(a).Maps))])));
    }

    internal PyList Maps { get; } = maps;

    internal override bool Truth(RunContext ctx) => ctx.Truth(Merged(ctx));

    internal override PyValue Length(RunContext ctx) => PyValue.Int(ctx.Length(Merged(ctx)));

    internal override PyIterator Iterate(RunContext ctx) => ctx.Iterate(Merged(ctx));

    internal override bool? Contains(RunContext ctx, PyValue item) => !Find(ctx, item).IsUnbound;

    internal override PyValue GetItem(RunContext ctx, PyValue key) => Find(ctx, key) is { IsUnbound: false } found ? found : throw ctx.KeyError(key);

    internal override void SetItem(RunContext ctx, PyValue key, PyValue value) => ctx.SetItem(Maps[0], key, value);

    internal override void DeleteItem(RunContext ctx, PyValue key)
    {
        if (!ctx.Contains(Maps[0], key)) throw ctx.KeyError(PyValue.Str($"Key not found in the first mapping: {ctx.Repr(key)}"));
        ctx.DeleteItem(Maps[0], key);
    }

    internal override string Repr(RunContext ctx) => $"ChainMap({string.Join(", ", ctx.ToArray(PyValue.Of(Maps)).Select(ctx.Repr))})";

    private static PyChainMap Map(ReadOnlySpan<PyValue> a) => (PyChainMap)a[0].Ref!;

    private static PyValue New(RunContext ctx, ReadOnlySpan<PyValue> a) => Make(ctx, ((PyTuple)a[0].Ref!).Items.ToArray());

    private static PyValue Make(RunContext ctx, PyValue[] maps) => ctx.New(new PyChainMap(new PyList(maps.Length > 0 ? maps : [PyValue.Of(ctx.NewDict())])), 96);

    private PyValue Find(RunContext ctx, PyValue key)
    {
        foreach (var map in ctx.ToArray(PyValue.Of(Maps)))
        {
            ctx.Step();
            if (ctx.Contains(map, key)) return ctx.GetItem(map, key);
        }
        return default;
    }

    // The last map first, so that keys come in CPython's order.
    private PyValue Merged(RunContext ctx)
    {
        var merged = ctx.NewDict();
        foreach (var map in ctx.ToArray(PyValue.Of(Maps)).Reverse()) Builtins.Methods.DictMethods.Fill(ctx, merged, map);
        return PyValue.Of(merged);
    }
}
