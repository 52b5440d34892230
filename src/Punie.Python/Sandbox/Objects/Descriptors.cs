using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Objects;

/// <summary><c>property(getter, setter, deleter)</c>; absent parts are unbound.</summary>
internal sealed class PyProperty(PyValue getter, PyValue setter, PyValue deleter) : PyObject(Types.Property)
{
    internal PyValue Getter { get; } = getter;

    internal PyValue Setter { get; } = setter;

    internal PyValue Deleter { get; } = deleter;

    internal string Name { get; set; } = "";

    internal PyValue Documentation { get; init; }

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "fget" => Getter.IsUnbound ? PyValue.None : Getter,
        "fset" => Setter.IsUnbound ? PyValue.None : Setter,
        "fdel" => Deleter.IsUnbound ? PyValue.None : Deleter,
        "__doc__" =>
            !Documentation.IsUnbound
            ? Documentation : Getter.IsUnbound ? PyValue.None
            : ctx.GetAttribute(Getter, "__doc__"),
        _ => base.FindAttribute(ctx, name),
    };
}

/// <summary><c>staticmethod(function)</c>.</summary>
internal sealed class PyStaticMethod(PyValue function) : PyObject(Types.StaticMethod)
{
    internal PyValue Function { get; } = function;

    internal override PyValue Call(RunContext ctx, Arguments arguments) => ctx.Call(Function, arguments);

    internal override PyValue FindAttribute(RunContext ctx, string name) =>
        Wrapped.Find(ctx, Function, name) is { IsUnbound: false } found ? found : base.FindAttribute(ctx, name);
}

/// <summary>What static and class methods show of the function that they wrap.</summary>
internal static class Wrapped
{
    internal static PyValue Find(RunContext ctx, PyValue function, string name) => name switch
    {
        "__func__" or "__wrapped__" => function,
        "__name__" or "__qualname__" or "__doc__" or "__module__" or "__annotations__" or "__isabstractmethod__" =>
            ctx.FindAttribute(function, name),
        _ => default,
    };
}

/// <summary><c>classmethod(function)</c>.</summary>
internal sealed class PyClassMethod(PyValue function) : PyObject(Types.ClassMethod)
{
    internal PyValue Function { get; } = function;

    internal override PyValue FindAttribute(RunContext ctx, string name) =>
        Wrapped.Find(ctx, Function, name) is { IsUnbound: false } found ? found : base.FindAttribute(ctx, name);
}

/// <summary>What a name in <c>__slots__</c> leaves in the class.</summary>
internal sealed class PySlotMember(PyType owner, string name) : PyObject(Types.SlotMember)
{
    internal override string Repr(RunContext ctx) => $"<member '{name}' of '{owner.Name}' objects>";

    internal override PyValue FindAttribute(RunContext ctx, string attribute) => attribute switch
    {
        "__name__" => PyValue.Str(name),
        "__qualname__" => PyValue.Str($"{owner.QualifiedName}.{name}"),
        "__objclass__" => PyValue.Of(owner),
        _ => base.FindAttribute(ctx, attribute),
    };

    internal override PyValue BindTo(RunContext ctx, PyValue self, PyType type)
    {
        if (self.Ref is not PyInstance instance) return AsValue;
        var value = instance.FindOwn(name);
        return value.IsUnbound ? throw ctx.NoAttribute(self, name) : value;
    }
}

/// <summary>What <c>super()</c> gives: attributes of the classes behind one in the order of another.</summary>
internal sealed class PySuper(PyType after, PyValue self, PyType order) : PyObject(Types.Super)
{
    internal override PyValue FindAttribute(RunContext ctx, string name)
    {
        if (name == "__class__") return PyValue.Of(Types.Super);
        if (order.TryLookupAfter(after, name, out var value))
            return Attributes.Bind(ctx, value, ReferenceEquals(self.Ref, order) ? default : self, order);
        return SpecialMethods.Find(ctx, self, name, after);
    }
}

/// <summary>A module; programs read it and cannot change it.</summary>
internal sealed class PyModule(string name, NameTable members) : PyObject(Types.Module)
{
    internal string Name { get; } = name;

    internal NameTable Members { get; private set; } = members;

    /// <summary>Makes the rest of the members when one is asked for that is not there; null without more.</summary>
    internal Func<RunContext, PyModule>? Later { get; set; }

    internal bool TryFind(RunContext ctx, string name, out PyValue value)
    {
        if (Members.TryGetValue(name, out value)) return true;
        if (Later is not { } more) return false;
        Later = null;
        Members = more(ctx).Members;
        return Members.TryGetValue(name, out value);
    }

    internal override string Repr(RunContext ctx) =>
        Name is "itertools" or "time" ? $"<module '{Name}' (built-in)>" : $"<module '{Name}'>";

    internal override PyValue FindAttribute(RunContext ctx, string name)
    {
        if (TryFind(ctx, name, out var value)) return value;
        if (name == "__name__") return PyValue.Str(Name);
        throw ctx.AttributeError($"module '{Name}' has no attribute '{name}'", AsValue, name);
    }

    internal override IEnumerable<string> AttributeNames() => Members.Keys;
}
