using System.Runtime.CompilerServices;
using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>
/// What <c>repr</c>, <c>str</c>, <c>format</c>, <c>bool</c>, <c>len</c>, <c>iter</c>, <c>in</c> and subscripts do.
/// </summary>
internal static class Protocols
{
    internal static string Repr(this RunContext ctx, PyValue value)
    {
        if (value.Ref is string text) return StringText.Repr(ctx, text);
        if (value.IsInt) return IntegerText.Of(value.Bits);
        if (value.IsFloat) return FloatText.Repr(value.Double);
        if (value.IsBool) return value.Bits != 0 ? "True" : "False";
        ctx.Enter();
        ctx.Step();
        var result = value.Object.Repr(ctx);
        ctx.Leave();
        return result;
    }

    /// <summary>What <c>str(value)</c> gives.</summary>
    internal static string Str(this RunContext ctx, PyValue value)
    {
        if (value.Ref is string text) return text;
        if (value.Ref is PyTag and not null && (value.IsInt || value.IsFloat || value.IsBool)) return ctx.Repr(value);
        ctx.Enter();
        ctx.Step();
        var result = value.Object.Text(ctx);
        ctx.Leave();
        return result;
    }

    /// <summary>What <c>format(value, spec)</c> gives.</summary>
    internal static string Format(this RunContext ctx, PyValue value, string spec)
    {
        if (value.Ref is string text) return spec.Length == 0 ? text : FormatSpec.Format(ctx, value, spec);
        if (value.IsInt || value.IsFloat || value.IsBool || value.Ref is PyBigInt)
            return spec.Length == 0 ? ctx.Repr(value) : FormatSpec.Format(ctx, value, spec);
        ctx.Enter();
        var result = value.Object.Format(ctx, spec);
        ctx.Leave();
        return result;
    }

    /// <summary>Text made in a run, accounted for.</summary>
    internal static PyValue Text(this RunContext ctx, string text)
    {
        ctx.Meter.Allocated(text, 24 + 2L * text.Length);
        return PyValue.Str(text);
    }

    internal static PyValue Text(this RunContext ctx, string text, long codePoints)
    {
        ctx.Meter.Allocated(text, 24 + 2L * text.Length);
        return PyValue.Str(text, codePoints);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Truth(this RunContext ctx, PyValue value)
    {
        if (value.IsBool || value.IsInt) return value.Bits != 0;
        return SlowTruth(ctx, value);
    }

    /// <summary>What <c>len(value)</c> gives.</summary>
    internal static long Length(this RunContext ctx, PyValue value)
    {
        if (value.Ref is string) return value.Bits;
        ctx.Enter();
        var length = value.Object.Length(ctx);
        ctx.Leave();
        if (length.IsUnbound) throw ctx.TypeError($"object of type '{value.TypeName}' has no len()");
        return length.IsInt ? length.Bits : throw ctx.OverflowError("cannot fit 'int' into an index-sized integer");
    }

    /// <summary>What <c>iter(value)</c> gives.</summary>
    internal static PyIterator Iterate(this RunContext ctx, PyValue value) =>
        ctx.TryIterate(value) ?? throw ctx.TypeError($"'{value.TypeName}' object is not iterable");

    /// <summary>Null when the value cannot be iterated.</summary>
    internal static PyIterator? TryIterate(this RunContext ctx, PyValue value)
    {
        if (value.Ref is string) return new PyTextIterator(value);
        ctx.Enter();
        var iterator = value.Object.Iterate(ctx);
        ctx.Leave();
        return iterator;
    }

    /// <summary>Everything that the iterable gives, in a new array.</summary>
    internal static PyValue[] ToArray(this RunContext ctx, PyValue iterable, string? otherwise = null)
    {
        if (iterable.Ref is PyTuple tuple) return [.. tuple.Items];
        if (iterable.Ref is PyList source)
        {
            ctx.Meter.Reserve(16L * source.Count);
            return source.AsSpan().ToArray();
        }
        var iterator = ctx.TryIterate(iterable)
            ?? throw ctx.TypeError(otherwise ?? $"'{iterable.TypeName}' object is not iterable");
        var list = new PyList();
        while (iterator.Next(ctx, out var value))
        {
            ctx.Step();
            list.Add(ctx, value);
        }
        return list.TakeItems();
    }

    internal static bool Contains(this RunContext ctx, PyValue container, PyValue item)
    {
        if (container.Ref is string text)
        {
            if (ctx.Unwrap(item).Ref is not string part)
                throw ctx.TypeError($"'in <string>' requires string as left operand, not {item.TypeName}");
            ctx.Tick(text.Length >> 8);
            return TextSearch.First<char>(ctx, text, part) >= 0;
        }
        ctx.Enter();
        var found = container.Object.Contains(ctx, item) ?? ContainsByIterating(ctx, container, item);
        ctx.Leave();
        return found;
    }

    internal static PyValue GetItem(this RunContext ctx, PyValue container, PyValue key)
    {
        if (container.Ref is string) return Texts.GetItem(ctx, container, key);
        if (container.Ref is PyList or PyDict or PyTuple) return container.Object.GetItem(ctx, key);
        ctx.Enter();
        var value = container.Object.GetItem(ctx, key);
        ctx.Leave();
        return value;
    }

    internal static void SetItem(this RunContext ctx, PyValue container, PyValue key, PyValue value)
    {
        if (container.Ref is string) throw ctx.TypeError("'str' object does not support item assignment");
        ctx.Enter();
        container.Object.SetItem(ctx, key, value);
        ctx.Leave();
    }

    internal static void DeleteItem(this RunContext ctx, PyValue container, PyValue key)
    {
        if (container.Ref is string) throw ctx.TypeError("'str' object doesn't support item deletion");
        ctx.Enter();
        container.Object.DeleteItem(ctx, key);
        ctx.Leave();
    }

    /// <summary>
    /// The built-in value inside an instance of a class derived from a built-in type; else the value itself.
    /// </summary>
    internal static PyValue Unwrap(this RunContext ctx, PyValue value) =>
        value.Ref is PyInstance { Payload.IsUnbound: false } instance ? instance.Payload : value;

    private static bool SlowTruth(RunContext ctx, PyValue value)
    {
        if (value.Ref is string text) return text.Length > 0;
        if (value.IsFloat) return value.Double != 0;
        ctx.Enter();
        var truth = value.Object.Truth(ctx);
        ctx.Leave();
        return truth;
    }

    private static bool ContainsByIterating(RunContext ctx, PyValue container, PyValue item)
    {
        var iterator = ctx.TryIterate(container)
            ?? throw ctx.TypeError($"argument of type '{container.TypeName}' is not iterable");
        while (iterator.Next(ctx, out var value))
        {
            ctx.Step();
            if (ctx.AreSame(value, item)) return true;
        }
        return false;
    }
}
