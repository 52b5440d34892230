using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Builtins.Methods;

/// <summary>What <c>keys()</c>, <c>values()</c> and <c>items()</c> give: a live look at a dict.</summary>
internal sealed class PyDictView(PyDict dict, DictPart part) : PyObject(TypeOf(part))
{
    internal PyDict Dict { get; } = dict;

    internal DictPart Part { get; } = part;

    internal static void Define()
    {
        foreach (var type in new[] { Types.DictKeys, Types.DictItems })
            type.Define(
                new NativeFunction("isdisjoint", "self, other, /", (ctx, a) =>
                    PyValue.Bool(Disjoint(ctx, (PyDictView)a[0].Ref!, a[1]))));
    }

    internal override bool Truth(RunContext ctx) => Dict.Count > 0;

    internal override PyValue Length(RunContext ctx) => PyValue.Int(Dict.Count);

    internal override PyIterator Iterate(RunContext ctx) => new PyDictIterator(Dict, Part);

    internal override string Repr(RunContext ctx)
    {
        if (!ctx.BeginRepr(this)) return "...";
        var text =
            $"{(Dict.Type == Modules.Collections.DictKinds.OrderedDict ? "o" : "")}{Type.Name}({ctx.Repr(ctx.NewList(ctx.ToArray(AsValue)))})";
        ctx.EndRepr(this);
        return text;
    }

    internal override long Hash(RunContext ctx) =>
        Part == DictPart.Values ? base.Hash(ctx) : throw ctx.Unhashable(AsValue);

    internal override bool? Contains(RunContext ctx, PyValue item)
    {
        if (Part == DictPart.Keys) return !Dict.Find(ctx, item).IsUnbound;
        if (Part == DictPart.Values) return null;
        if (item.Ref is not PyTuple { Count: 2 } pair) return false;
        var value = Dict.Find(ctx, pair.Items[0]);
        return !value.IsUnbound && ctx.AreSame(value, pair.Items[1]);
    }

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other)
    {
        if (Part == DictPart.Values || !IsSetLike(ctx, other)) return PyValue.NotImplemented;
        return ToSet(ctx, AsValue).Compare(ctx, op, PyValue.Of(ToSet(ctx, other)));
    }

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (Part == DictPart.Values
            || op is not (BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.Sub
            or BinaryOperator.BitXor)) return PyValue.NotImplemented;
        if (ctx.TryIterate(other) is null) return PyValue.NotImplemented;
        PySet own = ToSet(ctx, AsValue), right = ToSet(ctx, other);
        return reflected
            ? right.Binary(ctx, op, PyValue.Of(own), reflected: false)
            : own.Binary(ctx, op, PyValue.Of(right), reflected: false);
    }

    internal override PyValue FindAttribute(RunContext ctx, string name) =>
        name == "mapping" ? PyValue.Of(Dict) : base.FindAttribute(ctx, name);

    private static PyType TypeOf(DictPart part) => part switch
    {
        DictPart.Keys => Types.DictKeys,
        DictPart.Values => Types.DictValues,
        DictPart.Items => Types.DictItems,
    };

    private static bool IsSetLike(RunContext ctx, PyValue value) =>
        ctx.Unwrap(value).Ref is PySet || value.Ref is PyDictView { Part: not DictPart.Values };

    private static bool Disjoint(RunContext ctx, PyDictView view, PyValue other)
    {
        var iterator = ctx.Iterate(other);
        while (iterator.Next(ctx, out var item))
        {
            ctx.Step();
            if (view.Contains(ctx, item) == true) return false;
        }
        return true;
    }

    private static PySet ToSet(RunContext ctx, PyValue values)
    {
        if (ctx.Unwrap(values).Ref is PySet known) return known;
        var set = new PySet();
        var iterator = ctx.Iterate(values);
        while (iterator.Next(ctx, out var value))
        {
            ctx.Step();
            set.Add(ctx, value);
        }
        return set;
    }
}

/// <summary>A live look at a dict from its end to its start.</summary>
internal static class ReversedDict
{
    internal static PyIterator? Of(RunContext ctx, PyValue value) => ctx.Unwrap(value).Ref switch
    {
        PyDict dict => new PyDictIterator(dict, DictPart.Keys, backwards: true),
        PyDictView view => new PyDictIterator(view.Dict, view.Part, backwards: true),
        _ => null,
    };
}
