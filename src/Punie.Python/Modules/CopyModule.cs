using Punie.Python.Builtins;
using Punie.Python.Builtins.Methods;
using Punie.Python.Modules.Collections;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules;

/// <summary><c>copy</c>.</summary>
internal static class CopyModule
{
    internal static PyModule Load(RunContext ctx) => NativeModule.Make(
        "copy",
        [
            new NativeFunction("copy", "x", (c, a) => Shallow(c, a[0])),
            new NativeFunction("deepcopy", "x, memo=None", (c, a) => DeepCopy(c, a[0])),
            new NativeFunction("replace", "obj, /, **changes", (c, a) => throw c.Error(ExceptionTypes.NotImplementedError, "copy.replace() is not available here: use dataclasses.replace(obj, name=value)")),
        ],
        ("Error", PyValue.Of(ExceptionTypes.RuntimeError)));

    internal static PyValue DeepCopy(RunContext ctx, PyValue value) => new DeepCopier(ctx).Copy(value);

    private static PyValue Shallow(RunContext ctx, PyValue value)
    {
        switch (value.Ref)
        {
            case PyList: return ctx.NewList(ctx.ToArray(value));
            case PyDict dict: return PyValue.Of(DictMethods.Copy(ctx, dict));
            case PySet { IsFrozen: false } set: return ctx.New(set.Copy(ctx, frozen: false));
            case PyDeque: return ctx.CallMethod(value, "copy");
            case PyByteArray bytes: return ctx.New(new PyByteArray([.. bytes.Content]));
            case PyException: return value;
            case PyInstance instance:
                if (instance.Special(ctx, "__copy__", [], out var own)) return own;
                var copy = new PyInstance(instance.Type) { Payload = instance.Payload.IsUnbound ? default : Shallow(ctx, instance.Payload) };
                foreach (var name in instance.OwnNames()) copy.SetOwn(ctx, name, instance.FindOwn(name));
                return ctx.New(copy, 96);
            default: return value;
        }
    }
}

/// <summary>One deep copy: what is shared stays shared, cycles stay cycles.</summary>
internal sealed class DeepCopier(RunContext ctx)
{
    private readonly Dictionary<object, PyValue> _copies = new(ReferenceEqualityComparer.Instance);

    internal PyValue Copy(PyValue value)
    {
        if (value.Ref is not PyObject source || value.Ref is PyTag) return value;
        if (_copies.TryGetValue(source, out var known)) return known;
        ctx.Step();
        ctx.Enter();
        var copy = source switch
        {
            PyList list => CopyList(list),
            PyTuple tuple => CopyTuple(tuple),
            PyDict dict => CopyDict(dict),
            PySet { IsFrozen: false } set => CopySet(set),
            PyDeque deque => CopyDeque(deque),
            PyByteArray bytes => ctx.New(new PyByteArray([.. bytes.Content])),
            PyException => value,
            PyInstance instance => CopyInstance(instance),
            _ => value,
        };
        ctx.Leave();
        _copies[source] = copy;
        return copy;
    }

    private PyValue CopyList(PyList list)
    {
        var copy = new PyList();
        _copies[list] = PyValue.Of(copy);
        for (var i = 0; i < list.Count; i++) copy.Add(ctx, Copy(list[i]));
        return ctx.New(copy, 56);
    }

    private PyValue CopyTuple(PyTuple tuple)
    {
        var items = tuple.Items.ToArray();
        var changed = false;
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Copy(items[i]);
            changed |= !ReferenceEquals(items[i].Ref, tuple.Items[i].Ref);
        }
        if (_copies.TryGetValue(tuple, out var known)) return known;
        return changed ? ctx.NewTuple(items) : tuple.AsValue;
    }

    private PyValue CopyDict(PyDict dict)
    {
        var copy = dict.Variant is { } variant ? new PyDict(dict.Type, variant) : new PyDict();
        _copies[dict] = PyValue.Of(copy);
        foreach (var (key, item) in dict.ToPairs()) copy.Set(ctx, Copy(key), Copy(item));
        return ctx.New(copy, 64);
    }

    private PyValue CopySet(PySet set)
    {
        var copy = new PySet();
        foreach (var item in ctx.ToArray(PyValue.Of(set))) copy.Add(ctx, Copy(item));
        return ctx.New(copy);
    }

    private PyValue CopyDeque(PyDeque deque)
    {
        var copy = new PyDeque(deque.Limit);
        _copies[deque] = PyValue.Of(copy);
        foreach (var item in deque.ToArray(ctx)) copy.AddLast(ctx, Copy(item));
        return ctx.New(copy, 96);
    }

    private PyValue CopyInstance(PyInstance instance)
    {
        if (instance.Type.TryLookupUser("__deepcopy__", out _)) return ctx.CallMethod(instance.AsValue, "__deepcopy__", PyValue.Of(ctx.NewDict()));
        if (instance.Type.TryLookup("_member_map_", out _)) return instance.AsValue;
        var copy = new PyInstance(instance.Type);
        _copies[instance] = PyValue.Of(copy);
        if (!instance.Payload.IsUnbound) copy.Payload = Copy(instance.Payload);
        foreach (var name in instance.OwnNames().ToArray()) copy.SetOwn(ctx, name, Copy(instance.FindOwn(name)));
        return ctx.New(copy, 96);
    }
}
