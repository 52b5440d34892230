using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Objects;

/// <summary>A class as an instance of its metaclass: what the metaclass defines comes first.</summary>
internal sealed partial class PyType
{
    private readonly List<PyType> _derived = [];

    /// <summary>Classes that <c>register</c> made virtual subclasses of this one; null without any.</summary>
    internal List<PyType>? Registered { get; set; }

    internal override string Repr(RunContext ctx)
    {
        if (!Special(ctx, "__repr__", [], out var text)) return PlainRepr();
        return text.Ref as string ?? throw ctx.TypeError($"__repr__ returned non-string (type {text.TypeName})");
    }

    internal override string Text(RunContext ctx)
    {
        if (!Special(ctx, "__str__", [], out var text)) return Repr(ctx);
        return text.Ref as string ?? throw ctx.TypeError($"__str__ returned non-string (type {text.TypeName})");
    }

    internal override PyIterator? Iterate(RunContext ctx) =>
        Special(ctx, "__iter__", [], out var iterator)
            ? PyUserIterator.Of(ctx, iterator)
            : Protocols?.Iterate?.Invoke(ctx, this);

    internal override PyValue Length(RunContext ctx) =>
        Special(ctx, "__len__", [], out var length) ? length : Protocols?.Length?.Invoke(this) ?? default;

    internal override bool? Contains(RunContext ctx, PyValue item) =>
        Special(ctx, "__contains__", [item], out var found)
            ? ctx.Truth(found)
            : Protocols?.Contains?.Invoke(ctx, this, item);

    internal override bool Truth(RunContext ctx) => !Special(ctx, "__bool__", [], out var truth) || ctx.Truth(truth);

    internal override long Hash(RunContext ctx)
    {
        return Special(ctx, "__hash__", [], out var hash) ? Hashing.OfResult(ctx, hash) : base.Hash(ctx);
    }

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other) =>
        Special(ctx, SpecialNames.Of(op), [other], out var result) ? result : PyValue.NotImplemented;

    internal override void SetItem(RunContext ctx, PyValue key, PyValue value)
    {
        if (!Special(ctx, "__setitem__", [key, value], out _)) base.SetItem(ctx, key, value);
    }

    internal override PyValue Call(RunContext ctx, Arguments arguments)
    {
        if (!Type.IsUserDefined || !Type.TryLookupUser("__call__", out var method)) return PlainCall(ctx, arguments);
        return ctx.Call(Runtime.Attributes.Bind(ctx, method, AsValue, Type), arguments);
    }

    internal override PyValue FindAttribute(RunContext ctx, string name)
    {
        PyValue onMeta = default;
        var hasMeta = !ReferenceEquals(Type, Types.Type) && Type.TryLookup(name, out onMeta);
        if (hasMeta && Runtime.Attributes.IsDataDescriptor(onMeta))
            return Runtime.Attributes.Bind(ctx, onMeta, AsValue, Type);
        if (TryLookup(name, out var value)) return Runtime.Attributes.Bind(ctx, value, default, this);
        if (hasMeta) return Runtime.Attributes.Bind(ctx, onMeta, AsValue, Type);
        var common = FindCommon(ctx, name);
        return common.IsUnbound && Special(ctx, "__getattr__", [PyValue.Str(name)], out var made) ? made : common;
    }

    internal override void SetAttribute(RunContext ctx, string name, PyValue value)
    {
        if (Special(ctx, "__setattr__", [PyValue.Str(name), value], out _)) return;
        var isDescriptor = Type.IsUserDefined && Type.TryLookup(name, out var onMeta)
            && Runtime.Attributes.TrySetDescriptor(ctx, onMeta, AsValue, name, value);
        if (!isDescriptor) SetAttributeDirectly(ctx, name, value);
    }

    internal override void DeleteAttribute(RunContext ctx, string name)
    {
        if (!Special(ctx, "__delattr__", [PyValue.Str(name)], out _)) DeleteAttributeDirectly(ctx, name);
    }

    /// <summary>Calls a method that a metaclass of the program defines; false where there is none.</summary>
    internal bool Special(RunContext ctx, string name, ReadOnlySpan<PyValue> arguments, out PyValue result)
    {
        result = default;
        if (!Type.IsUserDefined || !Type.TryLookupUser(name, out var method) || method.IsNone) return false;
        result = ctx.Call(Runtime.Attributes.Bind(ctx, method, AsValue, Type), arguments);
        return true;
    }

    /// <summary>
    /// Makes the class known to its bases, for <c>__subclasses__</c>; native ones are shared by all runs and keep
    /// nothing.
    /// </summary>
    internal void JoinBases()
    {
        foreach (var parent in Bases)
        {
            if (parent.IsUserDefined) parent._derived.Add(this);
        }
    }

    private PyValue AbstractNames(RunContext ctx)
    {
        var names = new PySet(true);
        foreach (var name in AbstractMethods) names.Add(ctx, PyValue.Str(name));
        return ctx.New(names);
    }
}
