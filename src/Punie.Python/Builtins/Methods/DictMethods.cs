using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Methods;

/// <summary>The methods of <c>dict</c>.</summary>
internal static class DictMethods
{
    internal static void Define()
    {
        PyDictView.Define();
        Types.Dict.New = New;
        Types.Dict.Define(
            new NativeFunction("clear", "self, /", Clear),
            new NativeFunction("copy", "self, /", (ctx, a) => PyValue.Of(Copy(ctx, Dict(a)))),
            new NativeFunction("get", "self, key, default=None, /", (ctx, a) =>
                Dict(a).Find(ctx, a[1]) is { IsUnbound: false } found ? found : a[2]),
            new NativeFunction("items", "self, /", (ctx, a) => ctx.New(new PyDictView(Dict(a), DictPart.Items), 40)),
            new NativeFunction("keys", "self, /", (ctx, a) => ctx.New(new PyDictView(Dict(a), DictPart.Keys), 40)),
            new NativeFunction("values", "self, /", (ctx, a) => ctx.New(new PyDictView(Dict(a), DictPart.Values), 40)),
            new NativeFunction("pop", "self, key, default=?, /", Pop),
            new NativeFunction("popitem", "self, /", PopItem),
            new NativeFunction("setdefault", "self, key, default=None, /", SetDefault),
            new NativeFunction("update", "self, other=?, /, **kwargs", Update));
        Types.Dict.Define("fromkeys",
            PyValue.Of(
                new PyClassMethod(PyValue.Of(new NativeFunction("fromkeys", "cls, iterable, value=None, /", FromKeys)))));
    }

    /// <summary>Adds what <c>dict(source, **keywords)</c> takes.</summary>
    internal static void Fill(RunContext ctx, PyDict dict, PyValue source)
    {
        var inner = ctx.Unwrap(source);
        if (inner.Ref is PyDict other)
        {
            dict.Update(ctx, other);
            return;
        }
        if (source.Ref is PyObject and not (PyList or PyTuple or PySet or PyIterator or PyTag)
            && ctx.TryGetAttribute(source, "keys", out var keys))
        {
            foreach (var key in ctx.ToArray(ctx.Call(keys, [])))
            {
                ctx.Step();
                dict.Set(ctx, key, ctx.GetItem(source, key));
            }
            return;
        }
        var iterator = ctx.Iterate(source);
        for (var i = 0; iterator.Next(ctx, out var item); i++)
        {
            ctx.Step();
            if (ctx.TryIterate(item) is null)
                throw ctx.TypeError($"cannot convert dictionary update sequence element #{i} to a sequence");
            var pair = ctx.ToArray(item);
            if (pair.Length != 2)
                throw ctx.ValueError(
                    $"dictionary update sequence element #{i} has length {pair.Length}; 2 is required");
            dict.Set(ctx, pair[0], pair[1]);
        }
    }

    /// <summary>A copy of the same kind.</summary>
    internal static PyDict Copy(RunContext ctx, PyDict dict)
    {
        var copy = dict.Variant is { } variant ? new PyDict(dict.Type, variant) : new PyDict();
        ctx.Meter.Allocated(copy, 64);
        copy.Update(ctx, dict);
        return copy;
    }

    private static PyDict Dict(ReadOnlySpan<PyValue> a) => (PyDict)a[0].Ref!;

    private static PyValue New(RunContext ctx, PyType type, Arguments arguments)
    {
        if (arguments.PositionalCount > 1)
            throw ctx.TypeError($"dict expected at most 1 argument, got {arguments.PositionalCount}");
        var dict = ctx.NewDict();
        if (arguments.PositionalCount == 1) Fill(ctx, dict, arguments.Values[0]);
        for (var i = 0; i < (arguments.Keywords?.Length ?? 0); i++)
            dict.Set(ctx, PyValue.Str(arguments.Keywords![i]), arguments.KeywordValue(i));
        return PyValue.Of(dict);
    }

    private static PyValue Clear(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        Dict(a).Clear();
        return PyValue.None;
    }

    private static PyValue Pop(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (Dict(a).Remove(ctx, a[1], out var value)) return value;
        return a[2].IsUnbound ? throw ctx.KeyError(a[1]) : a[2];
    }

    private static PyValue PopItem(RunContext ctx, ReadOnlySpan<PyValue> a) =>
        Dict(a).RemoveEnd(last: true, out var key, out var value)
            ? ctx.NewTuple([key, value])
            : throw ctx.KeyError(PyValue.Str("popitem(): dictionary is empty"));

    private static PyValue SetDefault(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var known = Dict(a).Find(ctx, a[1]);
        if (!known.IsUnbound) return known;
        Dict(a).Set(ctx, a[1], a[2]);
        return a[2];
    }

    private static PyValue Update(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (!a[1].IsUnbound) Fill(ctx, Dict(a), a[1]);
        Dict(a).Update(ctx, (PyDict)a[2].Ref!);
        return PyValue.None;
    }

    private static PyValue FromKeys(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var made = ctx.Call(a[0], []);
        var iterator = ctx.Iterate(a[1]);
        while (iterator.Next(ctx, out var key))
        {
            ctx.Step();
            if (made.Ref is PyDict dict) dict.Set(ctx, key, a[2]);
            else ctx.SetItem(made, key, a[2]);
        }
        return made;
    }
}
