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

    /// <summary>
    /// True where the class has a <c>__getattribute__</c> of the program: its instances keep their attributes in dicts,
    /// out of the caches' way.
    /// </summary>
    internal bool InterceptsReads { get; set; }

    /// <summary>Abstract methods that still need a definition; instances cannot be made while there are any.</summary>
    internal IReadOnlyList<string> AbstractMethods { get; set; } = [];

    /// <summary>True for <c>ABC</c> and what derives from it.</summary>
    internal bool TracksAbstractMethods { get; set; }

    /// <summary>
    /// True where <see cref="New"/> makes instances of derived classes itself; else they hold a built-in value inside.
    /// </summary>
    internal bool MakesDerivedInstances { get; set; }

    /// <summary>True where a program must not derive from the type, as <c>bool</c>.</summary>
    internal bool IsFinal { get; set; }

    /// <summary>What the class itself can do besides, as an enumeration can be iterated; or null.</summary>
    internal ClassProtocols? Protocols { get; set; }

    /// <summary>As <c>type.__repr__</c>.</summary>
    internal string PlainRepr() => Protocols?.Repr is { } repr ? repr(this) : $"<class '{DisplayName}'>";

    internal override bool IsCallable => true;

    /// <summary>As <c>type.__call__</c>.</summary>
    internal PyValue PlainCall(RunContext ctx, Arguments arguments) =>
        Protocols?.Call is { } call ? call(ctx, this, arguments) : ClassCreation.Instantiate(ctx, this, arguments);

    /// <summary>What every class has besides what it and its metaclass define.</summary>
    private PyValue FindCommon(RunContext ctx, string name)
    {
        return name switch
        {
            "__name__" => PyValue.Str(Name),
            "__qualname__" => PyValue.Str(QualifiedName),
            "__module__" => PyValue.Str(Module),
            "__mro__" when ShowsBases => ctx.NewTuple([.. Mro.Select(Of)]),
            "mro" when ShowsBases =>
                PyValue.Of(new NativeFunction("mro", "", (c, _) => c.NewList([.. Mro.Select(Of)]))),
            "__bases__" when ShowsBases => ctx.NewTuple([.. Bases.Select(Of)]),
            "__base__" when ShowsBases => PyValue.Of(Bases[0]),
            "__subclasses__" when IsUserDefined && !IsSubclassOf(Types.Type) =>
                PyValue.Of(new NativeFunction(name, "", (c, _) => c.NewList([.. _derived.Select(Of)]))),
            "__abstractmethods__" when TracksAbstractMethods => AbstractNames(ctx),
            "__class__" => PyValue.Of(Type),
            "__doc__" => PyValue.None,
            "__dict__" when IsUserDefined => PyValue.Of(NamespaceCopy(ctx)),
            "__annotations__" when IsUserDefined => PyValue.Of(ctx.NewDict()),
            "__init__" or "__new__" => ClassCreation.UnboundConstructor(ctx, this, name),
            ['_', '_', .., '_', '_'] => SpecialMethods.FindUnbound(this, name),
            _ => default,
        };
    }

    /// <summary>As <c>type.__setattr__</c>.</summary>
    internal void SetAttributeDirectly(RunContext ctx, string name, PyValue value)
    {
        if (!IsUserDefined) throw Runtime.Attributes.NotWritable(ctx, AsValue, name);
        Protocols?.CheckSet?.Invoke(ctx, this, name);
        if (name == "__name__" && value.Ref is string text) Name = text;
        else if (name == "__qualname__" && value.Ref is string qualified) QualifiedName = qualified;
        else if (name is "__bases__" or "__mro__" or "__class__" or "__dict__")
            throw ctx.TypeError($"cannot set '{name}' of a class");
        else ctx.DefineOn(this, name, value);
    }

    /// <summary>As <c>type.__delattr__</c>.</summary>
    internal void DeleteAttributeDirectly(RunContext ctx, string name)
    {
        if (!IsUserDefined) throw Runtime.Attributes.NotWritable(ctx, AsValue, name);
        Protocols?.CheckDelete?.Invoke(ctx, this, name);
        if (!_attributes.ContainsKey(name))
            throw ctx.AttributeError($"type object '{Name}' has no attribute '{name}'", AsValue, name);
        Remove(name);
        ctx.ClassesChanged();
    }

    /// <summary><c>list[int]</c> and such, for annotations.</summary>
    internal override PyValue GetItem(RunContext ctx, PyValue key)
    {
        if (Special(ctx, "__getitem__", [key], out var item)) return item;
        if (Protocols?.GetItem is { } own) return own(ctx, this, key);
        if (TryLookup("__class_getitem__", out var method))
            return ctx.Call(Runtime.Attributes.Bind(ctx, method, default, this), [key]);
        return IsGeneric || Mro.Any(t => t.IsGeneric || t._attributes.ContainsKey("__type_params__"))
            ? PyValue.Of(new PyGenericAlias(this, key))
            : throw ctx.TypeError($"type '{Name}' is not subscriptable");
    }

    /// <summary><c>int | str</c>, for annotations and <c>isinstance</c>.</summary>
    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (Special(ctx, reflected ? SpecialNames.Reflected(op) : SpecialNames.Of(op), [other], out var result))
            return result;
        if (op != BinaryOperator.BitOr || !(other.Ref is PyType or PyUnionType or PyGenericAlias || other.IsNone))
            return PyValue.NotImplemented;
        return PyValue.Of(reflected ? new PyUnionType(other, AsValue) : new PyUnionType(AsValue, other));
    }

    // Native classes that take type arguments; what programs write takes them only where it derives from one.
    private bool IsGeneric =>
        !IsUserDefined
            && (this == Types.List || this == Types.Dict || this == Types.Set || this == Types.FrozenSet
            || this == Types.Tuple || this == Types.Type || Module != "builtins");

    // The plain built-in types keep theirs: nothing leads from a literal to the root of all classes.
    private bool ShowsBases =>
        IsUserDefined || this == Types.Bool || Module != "builtins"
        || IsSubclassOf(Builtins.ExceptionTypes.BaseException);

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

    /// <summary>Raises where an attribute must not be set.</summary>
    internal Action<RunContext, PyType, string>? CheckSet { get; init; }

    /// <summary>Raises where an attribute must not be deleted.</summary>
    internal Action<RunContext, PyType, string>? CheckDelete { get; init; }

    /// <summary>What an absent attribute is told.</summary>
    internal Func<PyType, string, string>? NoAttribute { get; init; }

    /// <summary>Calls of the class.</summary>
    internal NativeNew? Call { get; init; }
}

/// <summary><c>list[int]</c>: shows itself, is called as the class.</summary>
internal sealed class PyGenericAlias(PyType origin, PyValue arguments) : PyObject(Types.GenericAlias)
{
    internal PyType Origin { get; } = origin;

    internal PyValue Parameters { get; } = arguments;

    internal PyValue[] Parts => Parameters.Ref is PyTuple tuple ? tuple.Items : [Parameters];

    internal override bool IsCallable => true;

    internal override string Repr(RunContext ctx)
    {
        var name = Origin.Module == "builtins" ? Origin.Name : $"{Origin.Module}.{Origin.QualifiedName}";
        var parts = string.Join(", ", Parts.Select(p => Modules.Typing.PyTypingAlias.Show(ctx, p)));
        return $"{name}[{(parts.Length == 0 ? "()" : parts)}]";
    }

    internal override long Hash(RunContext ctx) => ctx.Identity(Origin) ^ ctx.Hash(Parameters);

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other) =>
        op is CompareOperator.Eq or CompareOperator.NotEq && other.Ref is PyGenericAlias right
            ? PyValue.Bool(
                (ReferenceEquals(right.Origin, Origin)
                && ctx.AreEqual(right.Parameters, Parameters)) == (op == CompareOperator.Eq))
            : PyValue.NotImplemented;

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "__origin__" => PyValue.Of(Origin),
        "__args__" => Parameters.Ref is PyTuple ? Parameters : ctx.NewTuple([Parameters]),
        "__parameters__" => Modules.Typing.TypeVariables.Tuple(ctx, Parts),
        ['_', '_', ..] when name is not "__name__" and not "__qualname__" and not "__doc__" =>
            base.FindAttribute(ctx, name),
        _ => Origin.FindAttribute(ctx, name),
    };

    /// <summary>Types in the places of the type variables, as in <c>list[T][int]</c>.</summary>
    internal override PyValue GetItem(RunContext ctx, PyValue key)
    {
        var given = key.Ref is PyTuple tuple ? tuple.Items : [key];
        var wanted = Modules.Typing.TypeVariables.In(ctx, Parts);
        if (wanted.Count == 0) throw ctx.TypeError($"{Repr(ctx)} is not a generic class");
        if (given.Length != wanted.Count)
            throw ctx.TypeError(
                $"Too {(given.Length > wanted.Count ? "many" : "few")} arguments for {Repr(ctx)}; "
                + $"actual {given.Length}, expected {wanted.Count}");
        return Modules.Typing.TypeVariables.Replace(ctx, AsValue,
            wanted.Zip(given.Select(Modules.Typing.PyTypingAlias.Part)).ToDictionary());
    }

    internal override PyValue Call(RunContext ctx, Arguments arguments) => Origin.Call(ctx, arguments);

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected) =>
        op == BinaryOperator.BitOr && (other.Ref is PyType or PyUnionType or PyGenericAlias || other.IsNone)
            ? PyValue.Of(reflected ? new PyUnionType(other, AsValue) : new PyUnionType(AsValue, other))
            : PyValue.NotImplemented;
}

/// <summary><c>int | None</c>.</summary>
internal sealed class PyUnionType(PyValue left, PyValue right) : PyObject(Types.UnionType)
{
    internal PyValue Left { get; } = left;

    internal PyValue Right { get; } = right;

    private PyValue[] Parts(RunContext ctx)
    {
        var parts = new List<PyValue>();
        foreach (var part in Modules.Typing.PyTypingAlias.Flat(AsValue))
        {
            if (!parts.Exists(p => ctx.AreEqual(p, part))) parts.Add(part);
        }
        return [.. parts];
    }

    internal override string Repr(RunContext ctx) =>
        string.Join(" | ", Parts(ctx)
        .Select(p => ReferenceEquals(p.Ref, Types.NoneType) ? "None" : Modules.Typing.PyTypingAlias.Show(ctx, p)));

    internal override long Hash(RunContext ctx) => Parts(ctx).Aggregate(0L, (hash, p) => hash ^ ctx.Hash(p));

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other)
    {
        if (op is not (CompareOperator.Eq or CompareOperator.NotEq) || other.Ref is not PyUnionType right)
            return PyValue.NotImplemented;
        PyValue[] own = Parts(ctx), others = right.Parts(ctx);
        var equal = own.Length == others.Length
            && Array.TrueForAll(own, p => Array.Exists(others, q => ctx.AreEqual(p, q)));
        return PyValue.Bool(equal == (op == CompareOperator.Eq));
    }

    internal override PyValue FindAttribute(RunContext ctx, string name) =>
        name == "__args__" ? ctx.NewTuple(Parts(ctx)) : base.FindAttribute(ctx, name);

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected) =>
        op == BinaryOperator.BitOr && (other.Ref is PyType or PyUnionType or PyGenericAlias || other.IsNone)
            ? PyValue.Of(reflected ? new PyUnionType(other, AsValue) : new PyUnionType(AsValue, other))
            : PyValue.NotImplemented;
}
