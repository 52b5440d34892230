using System.Runtime.CompilerServices;
using Punie.Python.Builtins;
using Punie.Python.Modules.Collections;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Modules;

/// <summary>One deep copy: what is shared stays shared, cycles stay cycles.</summary>
internal sealed class DeepCopier(RunContext ctx, PyDict memo)
{
    private static readonly ConditionalWeakTable<PyDict, DeepCopier> Copiers = [];

    private readonly Dictionary<object, PyValue> _copies = new(ReferenceEqualityComparer.Instance);

    /// <summary>The copier whose <c>memo</c> this is: a <c>__deepcopy__</c> passes it on.</summary>
    internal static DeepCopier Of(RunContext ctx, PyDict memo) => Copiers.GetValue(memo, m => new DeepCopier(ctx, m));

    internal PyValue Copy(PyValue value)
    {
        if (value.Ref is not PyObject source || value.Ref is PyTag) return value;
        if (_copies.TryGetValue(source, out var known)) return known;
        if (memo.Count > 0 && memo.Find(ctx, PyValue.Int(ctx.Identity(source))) is { IsUnbound: false } remembered)
            return remembered;
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
            PyInstance instance => CopyInstance(instance),
            PyGenerator => throw ctx.TypeError($"cannot pickle '{value.TypeName}' object"),
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
        if (instance.Type.TryLookupUser("__deepcopy__", out _))
            return ctx.CallMethod(instance.AsValue, "__deepcopy__", PyValue.Of(memo));
        if (instance.Type.TryLookup("_member_map_", out _)) return instance.AsValue;
        if (Reduction.Of(ctx, instance) is { } reduced) return reduced.Build(ctx, Copy);
        var copy = instance is PyException error
            ? new PyException(error.Type, [.. error.Arguments.Select(Copy)])
            : new PyInstance(instance.Type);
        _copies[instance] = PyValue.Of(copy);
        if (!instance.Payload.IsUnbound) copy.Payload = Copy(instance.Payload);
        if (Reduction.TryState(ctx, instance, out var state))
        {
            Reduction.SetState(ctx, copy, Copy(state));
            return ctx.New(copy, 96);
        }
        foreach (var name in instance.OwnNames().ToArray()) copy.SetOwn(ctx, name, Copy(instance.FindOwn(name)));
        return ctx.New(copy, 96);
    }
}
