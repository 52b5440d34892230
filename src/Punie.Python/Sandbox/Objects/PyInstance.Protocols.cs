using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Objects;

/// <summary>
/// Protocols of instances: the class's special method first, then the built-in value inside, then the default.
/// </summary>
internal partial class PyInstance
{
    internal override string Repr(RunContext ctx) => TextOf(ctx, "__repr__") ?? ReprCore(ctx);

    internal override string Text(RunContext ctx) => TextOf(ctx, "__str__") ?? TextCore(ctx);

    /// <summary>The text where the class has no <c>__repr__</c> of its own.</summary>
    internal virtual string ReprCore(RunContext ctx) =>
        Payload.IsUnbound ? base.Repr(ctx) : SequenceText.AsKind(ctx.Repr(Payload), Payload, Type);

    /// <summary>The text where the class has no <c>__str__</c> of its own.</summary>
    internal virtual string TextCore(RunContext ctx) =>
        Payload.IsUnbound || Payload.Ref is PyObject { HasOwnText: false } ? Repr(ctx) : ctx.Str(Payload);

    internal override string Format(RunContext ctx, string spec)
    {
        if (Special(ctx, "__format__", [PyValue.Str(spec)], out var text))
            return text.Ref as string ?? throw ctx.TypeError($"__format__ must return a str, not {text.TypeName}");
        if (!Payload.IsUnbound && spec.Length > 0) return ctx.Format(Payload, spec);
        return base.Format(ctx, spec);
    }

    internal override bool Truth(RunContext ctx)
    {
        if (Special(ctx, "__bool__", [], out var truth))
            return truth.IsBool
                ? truth.Bits != 0
                : throw ctx.TypeError($"__bool__ should return bool, returned {truth.TypeName}");
        if (Type.TryLookupUser("__len__", out _)) return ctx.Length(AsValue) != 0;
        return Payload.IsUnbound || ctx.Truth(Payload);
    }

    internal override long Hash(RunContext ctx)
    {
        if (!Type.TryLookupUser("__hash__", out var method))
        {
            if (Type.TryLookupUser("__eq__", out _)) throw ctx.Unhashable(AsValue);
            return Payload.IsUnbound ? base.Hash(ctx) : ctx.Hash(Payload);
        }
        if (method.IsNone) throw ctx.Unhashable(AsValue);
        var hash = CallSpecial(ctx, method, []);
        return Hashing.OfResult(ctx, hash);
    }

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other)
    {
        if (Special(ctx, SpecialNames.Of(op), [other], out var result)) return result;
        if (op == CompareOperator.NotEq && Special(ctx, "__eq__", [other], out var equal))
            return equal.IsNotImplemented ? equal : PyValue.Bool(!ctx.Truth(equal));
        return Payload.IsUnbound ? PyValue.NotImplemented : ctx.CompareOrNot(op, Payload, ctx.Unwrap(other));
    }

    internal override PyValue Length(RunContext ctx)
    {
        if (!Special(ctx, "__len__", [], out var length))
            return Payload.IsUnbound ? default : PyValue.Int(ctx.Length(Payload));
        if (!ctx.TryIndex(length, out var value))
            throw ctx.TypeError($"'{length.TypeName}' object cannot be interpreted as an integer");
        return value.Sign >= 0 ? PyValue.Int(value) : throw ctx.ValueError("__len__() should return >= 0");
    }

    internal override PyIterator? Iterate(RunContext ctx)
    {
        if (Special(ctx, "__iter__", [], out var iterator)) return PyUserIterator.Of(ctx, iterator);
        if (!Payload.IsUnbound) return ctx.TryIterate(Payload);
        return Type.TryLookupUser("__getitem__", out _) ? new PyIndexIterator(AsValue) : null;
    }

    internal override bool? Contains(RunContext ctx, PyValue item)
    {
        if (Special(ctx, "__contains__", [item], out var found)) return ctx.Truth(found);
        return Payload.IsUnbound || Type.TryLookupUser("__iter__", out _) ? null : ctx.Contains(Payload, item);
    }

    internal override PyValue GetItem(RunContext ctx, PyValue key)
    {
        return Special(ctx, "__getitem__", [key], out var value) ? value : GetItemInside(ctx, key);
    }

    /// <summary>The item where the class has no <c>__getitem__</c> of its own, or passes on to its base.</summary>
    internal PyValue GetItemInside(RunContext ctx, PyValue key)
    {
        if (Payload.IsUnbound) return base.GetItem(ctx, key);
        if (Payload.Ref is PyDict dict && Type.TryLookupUser("__missing__", out var missing))
        {
            var own = dict.Find(ctx, key);
            return own.IsUnbound ? CallSpecial(ctx, missing, [key]) : own;
        }
        return ctx.GetItem(Payload, key);
    }

    internal override void SetItem(RunContext ctx, PyValue key, PyValue value)
    {
        if (Special(ctx, "__setitem__", [key, value], out _)) return;
        if (Payload.IsUnbound) base.SetItem(ctx, key, value);
        else ctx.SetItem(Payload, key, value);
    }

    internal override void DeleteItem(RunContext ctx, PyValue key)
    {
        if (Special(ctx, "__delitem__", [key], out _)) return;
        if (Payload.IsUnbound) base.DeleteItem(ctx, key);
        else ctx.DeleteItem(Payload, key);
    }

    internal override PyValue Call(RunContext ctx, Arguments arguments)
    {
        if (!Type.TryLookupUser("__call__", out var method)) return base.Call(ctx, arguments);
        return ctx.Call(Attributes.Bind(ctx, method, AsValue, Type), arguments);
    }

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        var name = reflected ? SpecialNames.Reflected(op) : SpecialNames.Of(op);
        if (Special(ctx, name, [other], out var result)) return result;
        if (Payload.IsUnbound) return PyValue.NotImplemented;
        var inner = ctx.Unwrap(other);
        var made = reflected ? ctx.BinaryOrNot(op, inner, Payload) : ctx.BinaryOrNot(op, Payload, inner);
        return Payload.Ref is Modules.Dates.PyMoment
            ? Modules.Dates.MomentMethods.As(ctx, PyValue.Of(Type), made)
            : made;
    }

    internal override PyValue InPlace(RunContext ctx, BinaryOperator op, PyValue other)
    {
        if (Special(ctx, SpecialNames.InPlace(op), [other], out var result)) return result;
        if (Payload.IsUnbound || Payload.Ref is string) return PyValue.NotImplemented;
        var changed = Payload.Object.InPlace(ctx, op, ctx.Unwrap(other));
        return changed.IsNotImplemented ? changed : AsValue;
    }

    internal override PyValue Unary(RunContext ctx, UnaryOperator op)
    {
        if (Special(ctx, SpecialNames.Of(op), [], out var result)) return result;
        return Payload.IsUnbound ? PyValue.NotImplemented : ctx.Unary(op, Payload);
    }

    /// <summary>Calls a special method of the class; false when no class of the program defines it.</summary>
    internal bool Special(RunContext ctx, string name, ReadOnlySpan<PyValue> arguments, out PyValue result)
    {
        result = default;
        if (!Type.IsUserDefined || !Type.TryLookupUser(name, out var method) || method.IsNone) return false;
        result = CallSpecial(ctx, method, arguments);
        return true;
    }

    private PyValue CallSpecial(RunContext ctx, PyValue method, ReadOnlySpan<PyValue> arguments) =>
        method.Ref is PyFunction
            ? ctx.Call(method, [AsValue, .. arguments])
            : ctx.Call(Attributes.Bind(ctx, method, AsValue, Type), arguments);

    private string? TextOf(RunContext ctx, string name)
    {
        if (!Special(ctx, name, [], out var text)) return null;
        return ctx.Unwrap(text).Ref as string
            ?? throw ctx.TypeError($"{name} returned non-string (type {text.TypeName})");
    }
}

/// <summary>An iterator written as a class.</summary>
internal sealed class PyUserIterator(PyInstance self, PyValue next) : PyIterator(self.Type)
{
    /// <summary>What <c>__iter__</c> returned.</summary>
    internal static PyIterator Of(RunContext ctx, PyValue iterator)
    {
        if (iterator.Ref is PyIterator native) return native;
        return iterator.Ref is PyInstance user && user.Type.TryLookupUser("__next__", out var next)
            ? new PyUserIterator(user, next)
            : throw ctx.TypeError($"iter() returned non-iterator of type '{iterator.TypeName}'");
    }

    internal override bool Next(RunContext ctx, out PyValue value) =>
        ctx.CallUntilStop(Attributes.Bind(ctx, next, self.AsValue, self.Type), [], out value);
}

/// <summary>The old protocol: <c>__getitem__</c> with 0, 1, 2, … until <c>IndexError</c>.</summary>
internal sealed class PyIndexIterator(PyValue source) : PyIterator(Types.Iterator)
{
    private long _index;

    internal override bool Next(RunContext ctx, out PyValue value)
    {
        value = default;
        if (_index < 0) return false;
        var mark = ctx.Mark();
        try
        {
            value = ctx.GetItem(source, PyValue.Int(_index++));
            return true;
        }
        catch (PyRaise raise) when (raise.Value.Type.IsSubclassOf(Builtins.ExceptionTypes.IndexError)
            || raise.Value.Type.IsSubclassOf(Builtins.ExceptionTypes.StopIteration))
        {
            ctx.Unwind(mark);
            _index = -1;
            return false;
        }
    }
}
