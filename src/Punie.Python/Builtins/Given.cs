using System.Numerics;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary>Reads the arguments of built-in functions.</summary>
internal static class Given
{
    /// <summary>Text, also inside an instance of a class derived from <c>str</c>.</summary>
    internal static string Text(RunContext ctx, PyValue value, string otherwise) =>
        ctx.Unwrap(value).Ref as string ?? throw ctx.TypeError($"{otherwise}, not {value.TypeName}");

    /// <summary>Null for <c>None</c> and for an absent argument.</summary>
    internal static string? OptionalText(RunContext ctx, PyValue value, string otherwise) =>
        value.IsUnbound || value.IsNone ? null : Text(ctx, value, otherwise);

    /// <summary>A callable argument; unbound for <c>None</c>.</summary>
    internal static PyValue OptionalFunction(PyValue value) => value.IsNone ? default : value;

    /// <summary>The start and end of a search, cut to the length as slices are.</summary>
    internal static (long Start, long End) Range(RunContext ctx, (PyValue Start, PyValue End) given, long length) =>
        (Bound(ctx, given.Start, length, 0), Bound(ctx, given.End, length, length));

    private static long Bound(RunContext ctx, PyValue value, long length, long otherwise)
    {
        if (value.IsUnbound || value.IsNone) return otherwise;
        if (!ctx.TryIndex(value, out var index))
            throw ctx.TypeError("slice indices must be integers or None or have an __index__ method");
        if (index.Sign < 0) index += length;
        // A start beyond the end must stay beyond it: even empty text is not found there.
        return (long)BigInteger.Max(BigInteger.Zero, BigInteger.Min(index, otherwise == 0 ? length + 1 : length));
    }
}
