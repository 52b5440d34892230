using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Objects;

/// <summary>What a program can do with a class.</summary>
internal sealed partial class PyType
{
    /// <summary>Where the instances of this class begin.</summary>
    internal Shape RootShape => field ??= new Shape();

    /// <summary>Set when <c>__slots__</c> closes the instances; else null.</summary>
    internal HashSet<string>? AttributeNamesAllowed { get; set; }

    /// <summary>Abstract methods that still need a definition; instances cannot be made while there are any.</summary>
    internal IReadOnlyList<string> AbstractMethods { get; set; } = [];

    /// <summary>True for <c>ABC</c> and what derives from it.</summary>
    internal bool TracksAbstractMethods { get; set; }

    /// <summary>True where <see cref="New"/> makes instances of derived classes itself; else they hold a built-in value inside.</summary>
    internal bool MakesDerivedInstances { get; set; }

    /// <summary>True where a program must not derive from the type, as <c>bool</c>.</summary>
    internal bool IsFinal { get; set; }

    /// <summary>What the class itself can do besides, as an enumeration can be iterated; or null.</summary>
    internal ClassProtocols? Protocols { get; set; }

    internal override string Repr(RunContext ctx) => Protocols?.Repr is { } repr ? repr(this) : $"<class '{DisplayName}'>";

    internal override PyIterator? Iterate(RunContext ctx) => Protocols?.Iterate?.Invoke(ctx, this);

    internal override PyValue Length(RunContext ctx) => Protocols?.Length?.Invoke(this) ?? default;

    internal override bool? Contains(RunContext ctx, PyValue item) => Protocols?.Contains?.Invoke(ctx, this, item);

    internal override bool IsCallable => true;

    internal override PyValue Call(RunContext ctx, Arguments arguments) =>
        Protocols?.Call is { } call ? call(ctx, this, arguments) : ClassCreation.Instantiate(ctx, this, arguments);

    internal override PyValue FindAttribute(RunContext ctx, string name)
    {
        if (TryLookup(name, out var value)) return Runtime.Attributes.Bind(ctx, value, default, this);
        return name switch
        {
            "__name__" => PyValue.Str(Name),
            "__qualname__" => PyValue.Str(QualifiedName),
            "__module__" => PyValue.Str(Module),
            "__mro__" when IsUserDefined => ctx.NewTuple([.. Mro.Select(Of)]),
            "mro" when IsUserDefined => PyValue.Of(new NativeFunction("mro", "", (c, _) => c.NewList([.. Mro.Select(Of)]))),
            "__bases__" when IsUserDefined => ctx.NewTuple([.. Bases.Select(Of)]),
            "__class__" => PyValue.Of(Type),
            "__doc__" => PyValue.None,
            "__dict__" when IsUserDefined => PyValue.Of(NamespaceCopy(ctx)),
            "__annotations__" when IsUserDefined => PyValue.Of(ctx.NewDict()),
            "__init__" or "__new__" => ClassCreation.UnboundConstructor(ctx, this, name),
            ['_', '_', .., '_', '_'] => SpecialMethods.FindUnbound(name),
            _ => default,
        };
    }

    internal override void SetAttribute(RunContext ctx, string name, PyValue value)
    {
        if (!IsUserDefined) throw Runtime.Attributes.NotWritable(ctx, AsValue, name);
        if (name == "__name__" && value.Ref is string text) Name = text;
        else if (name == "__qualname__" && value.Ref is string qualified) QualifiedName = qualified;
        else if (name is "__bases__" or "__mro__" or "__class__" or "__dict__") throw ctx.TypeError($"cannot set '{name}' of a class");
        else ctx.DefineOn(this, name, value);
    }

    internal override void DeleteAttribute(RunContext ctx, string name)
    {
        if (!IsUserDefined) throw Runtime.Attributes.NotWritable(ctx, AsValue, name);
        if (!_attributes.ContainsKey(name)) throw ctx.AttributeError($"type object '{Name}' has no attribute '{name}'", AsValue, name);
        Remove(name);
        ctx.ClassesChanged();
    }

    /// <summary><c>list[int]</c> and such, for annotations.</summary>
    internal override PyValue GetItem(RunContext ctx, PyValue key)
    {
        if (Protocols?.GetItem is { } own) return own(ctx, this, key);
        if (TryLookup("__class_getitem__", out var method)) return ctx.Call(Runtime.Attributes.Bind(ctx, method, default, this), [key]);
        var generic = IsUserDefined || this == Types.List || this == Types.Dict || this == Types.Set || this == Types.FrozenSet || this == Types.Tuple || this == Types.Type || Module != "builtins";
        return generic ? PyValue.Of(new PyGenericAlias(this, key)) : throw ctx.TypeError($"type '{Name}' is not subscriptable");
    }

    /// <summary><c>int | str</c>, for annotations and <c>isinstance</c>.</summary>
    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (op != BinaryOperator.BitOr || !(other.Ref is PyType or PyUnionType or PyGenericAlias || other.IsNone)) return PyValue.NotImplemented;
        return PyValue.Of(reflected ? new PyUnionType(other, AsValue) : new PyUnionType(AsValue, other));
    }

    private PyDict NamespaceCopy(RunContext ctx)
    {
        var copy = ctx.NewDict();
        foreach (var (name, value) in _attributes.Pairs) copy.Set(ctx, PyValue.Str(name), value);
        return copy;
    }

    private static PyValue Of(PyType type) => PyValue.Of(type);
}

/// <summary>Protocols of a class as a value; what is null is as for every class.</summary>
internal sealed class ClassProtocols
{
    internal Func<PyType, string>? Repr { get; init; }

    internal Func<RunContext, PyType, PyIterator>? Iterate { get; init; }

    internal Func<PyType, PyValue>? Length { get; init; }

    internal Func<RunContext, PyType, PyValue, bool>? Contains { get; init; }

    internal Func<RunContext, PyType, PyValue, PyValue>? GetItem { get; init; }

    /// <summary>Calls of the class.</summary>
    internal NativeNew? Call { get; init; }
}

/// <summary><c>list[int]</c>: shows itself, is called as the class.</summary>
internal sealed class PyGenericAlias(PyType origin, PyValue arguments) : PyObject(Types.GenericAlias)
{
    internal PyType Origin { get; } = origin;

    internal PyValue Parameters { get; } = arguments;

    internal override bool IsCallable => true;

    internal override string Repr(RunContext ctx)
    {
        var parts = Parameters.Ref is PyTuple tuple ? tuple.Items : [Parameters];
        return $"{Origin.Name}[{string.Join(", ", parts.Select(p => p.Ref is PyType type ? type.Name : ReferenceEquals(p.Ref, PyTag.Ellipsis) ? "..." : ctx.Repr(p)))}]";
    }

    internal override PyValue Call(RunContext ctx, Arguments arguments) => Origin.Call(ctx, arguments);

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected) =>
        op == BinaryOperator.BitOr ? PyValue.Of(reflected ? new PyUnionType(other, AsValue) : new PyUnionType(AsValue, other)) : PyValue.NotImplemented;
}

/// <summary><c>int | None</c>.</summary>
internal sealed class PyUnionType(PyValue left, PyValue right) : PyObject(Types.UnionType)
{
    internal PyValue Left { get; } = left;

    internal PyValue Right { get; } = right;

    internal override string Repr(RunContext ctx) => $"{Part(ctx, Left)} | {Part(ctx, Right)}";

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected) =>
        op == BinaryOperator.BitOr ? PyValue.Of(reflected ? new PyUnionType(other, AsValue) : new PyUnionType(AsValue, other)) : PyValue.NotImplemented;

    private static string Part(RunContext ctx, PyValue value) => value.Ref is PyType type ? type.Name : ctx.Repr(value);
}
