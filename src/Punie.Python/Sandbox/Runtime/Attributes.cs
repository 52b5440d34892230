using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Attribute lookup, descriptors and the few common attributes of all values.</summary>
internal static class Attributes
{
    internal static PyValue GetAttribute(this RunContext ctx, PyValue value, string name)
    {
        var found = ctx.FindAttribute(value, name);
        return found.IsUnbound ? throw ctx.NoAttribute(value, name) : found;
    }

    /// <summary>Unbound where there is no such attribute; an attribute that raises still raises.</summary>
    internal static PyValue FindAttribute(this RunContext ctx, PyValue value, string name)
    {
        if (value.Ref is string or PyTag) return FindOnType(ctx, value, name);
        ctx.Enter();
        var found = value.Object.FindAttribute(ctx, name);
        ctx.Leave();
        return found;
    }

    /// <summary>As <c>hasattr</c> and <c>getattr</c> with a default: an AttributeError counts as absent.</summary>
    internal static bool TryGetAttribute(this RunContext ctx, PyValue value, string name, out PyValue attribute)
    {
        var mark = ctx.Mark();
        try
        {
            attribute = ctx.FindAttribute(value, name);
            return !attribute.IsUnbound;
        }
        catch (PyRaise raise) when (raise.Value.Type.IsSubclassOf(Builtins.ExceptionTypes.AttributeError))
        {
            ctx.Unwind(mark);
            attribute = default;
            return false;
        }
    }

    internal static void SetAttribute(this RunContext ctx, PyValue value, string name, PyValue attribute)
    {
        if (value.Ref is not PyObject target) throw NotWritable(ctx, value, name);
        ctx.Enter();
        target.SetAttribute(ctx, name, attribute);
        ctx.Leave();
    }

    internal static void DeleteAttribute(this RunContext ctx, PyValue value, string name)
    {
        if (value.Ref is not PyObject target) throw NotWritable(ctx, value, name);
        ctx.Enter();
        target.DeleteAttribute(ctx, name);
        ctx.Leave();
    }

    /// <summary>A method of the value's type, bound; then the attributes that all values have.</summary>
    internal static PyValue FindOnType(RunContext ctx, PyValue value, string name)
    {
        var type = value.Type;
        return type.TryLookup(name, out var attribute)
            ? Bind(ctx, attribute, value, type)
            : FindCommon(ctx, value, name);
    }

    /// <summary><c>__class__</c>, <c>__doc__</c> and the special methods of the value's protocols.</summary>
    internal static PyValue FindCommon(RunContext ctx, PyValue value, string name) => name switch
    {
        "__class__" => value.Ref is PyRecord ? default : PyValue.Of(value.Type),
        "__doc__" => PyValue.None,
        ['_', '_', .., '_', '_'] => SpecialMethods.Find(ctx, value, name, null),
        _ => default,
    };

    /// <summary>
    /// What a class attribute gives when it is read through an instance; <paramref name="self"/> unbound: through the
    /// class.
    /// </summary>
    internal static PyValue Bind(RunContext ctx, PyValue attribute, PyValue self, PyType type)
    {
        switch (attribute.Ref)
        {
            case PyTag:
                return attribute;
            case PyFunction or NativeFunction { Owner: not null }:
                return self.IsUnbound ? attribute : ctx.New(new PyMethod(self, attribute), 40);
            case PyProperty property:
                if (self.IsUnbound) return attribute;
                if (property.Getter.IsUnbound)
                    throw ctx.AttributeError($"property '{property.Name}' of '{type.Name}' object has no getter", self,
                    property.Name);
                return ctx.Call(property.Getter, [self]);
            case PyStaticMethod method:
                return method.Function;
            case PyClassMethod method:
                return ctx.New(new PyMethod(PyValue.Of(type), method.Function), 40);
            case NativeProperty property:
                return self.IsUnbound ? attribute : property.Read(ctx, ctx.Unwrap(self));
            case PyInstance instance when instance.Type.TryLookupUser("__get__", out var getter):
                return ctx.Call(getter, [attribute, self.IsUnbound ? PyValue.None : self, PyValue.Of(type)]);
            case PyObject other:
                return other.BindTo(ctx, self, type);
            default:
                return attribute;
        }
    }

    /// <summary>True where the class attribute comes before the instance's own.</summary>
    internal static bool IsDataDescriptor(PyValue attribute) => attribute.Ref switch
    {
        PyProperty or NativeProperty => true,
        PyInstance instance => instance.Type.TryLookupUser("__set__", out _),
        _ => false,
    };

    internal static bool TrySetDescriptor(RunContext ctx, PyValue attribute, PyValue self, string name, PyValue value)
    {
        if (attribute.Ref is PyProperty property)
        {
            if (property.Setter.IsUnbound)
                throw ctx.AttributeError($"property '{name}' of '{self.TypeName}' object has no setter", self, name);
            ctx.Call(property.Setter, [self, value]);
            return true;
        }
        if (attribute.Ref is NativeProperty { NotSettable: { } words }) throw ctx.AttributeError(words, self, name);
        if (attribute.Ref is NativeProperty) throw NotWritable(ctx, self, name);
        if (attribute.Ref is not PyInstance instance || !instance.Type.TryLookupUser("__set__", out var setter))
            return false;
        ctx.Call(setter, [attribute, self, value]);
        return true;
    }

    internal static bool TryDeleteDescriptor(RunContext ctx, PyValue attribute, PyValue self, string name)
    {
        if (attribute.Ref is PyProperty property)
        {
            if (property.Deleter.IsUnbound)
                throw ctx.AttributeError($"property '{name}' of '{self.TypeName}' object has no deleter", self, name);
            ctx.Call(property.Deleter, [self]);
            return true;
        }
        if (attribute.Ref is not PyInstance instance || !instance.Type.TryLookupUser("__delete__", out var deleter))
            return false;
        ctx.Call(deleter, [attribute, self]);
        return true;
    }

    internal static PyRaise NotWritable(RunContext ctx, PyValue value, string name)
    {
        if (value.Ref is PyType type)
            return ctx.TypeError($"cannot set '{name}' attribute of immutable type '{type.Name}'");
        var exists = value.Type.TryLookup(name, out _);
        return ctx.AttributeError(
            exists ? $"'{value.TypeName}' object attribute '{name}' is read-only"
                : $"'{value.TypeName}' object has no attribute '{name}'", value, name);
    }
}
