using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules;

/// <summary>
/// How a class of the program says that its instances are rebuilt: <c>__reduce__</c>, <c>__getstate__</c> and
/// <c>__setstate__</c>.
/// </summary>
internal sealed class Reduction
{
    private readonly PyValue[] _parts;

    private Reduction(PyValue[] parts) => _parts = parts;

    /// <summary>Null where the class says nothing.</summary>
    internal static Reduction? Of(RunContext ctx, PyInstance instance)
    {
        if (!instance.Special(ctx, "__reduce_ex__", [PyValue.Int(4)], out var reduced)
            && !instance.Special(ctx, "__reduce__", [], out reduced)) return null;
        if (reduced.Ref is not PyTuple { Items.Length: >= 2 and <= 6 } parts)
            throw ctx.TypeError("__reduce__ must return a tuple of 2 to 6 items");
        return new Reduction(parts.Items);
    }

    /// <summary>A new instance; <paramref name="copy"/> is applied to everything that goes into it.</summary>
    internal PyValue Build(RunContext ctx, Func<PyValue, PyValue> copy)
    {
        var arguments = _parts[1].Ref is PyTuple tuple
            ? tuple.Items
            : throw ctx.TypeError("the second item of __reduce__ must be a tuple");
        var made = ctx.Call(_parts[0], [.. arguments.Select(copy)]);
        if (Part(2) is { IsNone: false } state && made.Ref is PyInstance instance) SetState(ctx, instance, copy(state));
        if (Part(3) is { IsNone: false } items)
        {
            foreach (var item in ctx.ToArray(items)) ctx.CallMethod(made, "append", copy(item));
        }
        if (Part(4) is { IsNone: false } pairs)
        {
            foreach (var pair in ctx.ToArray(pairs))
            {
                if (ctx.ToArray(pair) is not [var key, var value])
                    throw ctx.ValueError("the fifth item of __reduce__ must give pairs");
                ctx.SetItem(made, copy(key), copy(value));
            }
        }
        return made;
    }

    /// <summary>
    /// True where the class has a <c>__getstate__</c> or a <c>__setstate__</c> of its own; the state then.
    /// </summary>
    internal static bool TryState(RunContext ctx, PyInstance instance, out PyValue state)
    {
        if (instance.Special(ctx, "__getstate__", [], out state)) return true;
        if (!instance.Type.TryLookupUser("__setstate__", out _)) return false;
        state = PyValue.Of(instance.VisibleDict(ctx).Copy(ctx));
        return true;
    }

    /// <summary>As unpickling does: <c>__setstate__</c>, or the attributes one by one.</summary>
    internal static void SetState(RunContext ctx, PyInstance instance, PyValue state)
    {
        if (instance.Special(ctx, "__setstate__", [state], out _) || state.IsNone) return;
        if (state.Ref is PyTuple { Items: [var own, var slots] })
        {
            SetAttributes(ctx, instance, own);
            SetAttributes(ctx, instance, slots);
            return;
        }
        SetAttributes(ctx, instance, state);
    }

    private static void SetAttributes(RunContext ctx, PyInstance instance, PyValue state)
    {
        if (state.IsNone) return;
        if (state.Ref is not PyDict attributes) throw ctx.TypeError($"the state must be a dict, not {state.TypeName}");
        foreach (var (name, value) in attributes.ToPairs()) instance.SetOwn(ctx, ctx.Str(name), value);
    }

    private PyValue Part(int index) => index < _parts.Length ? _parts[index] : PyValue.None;
}
