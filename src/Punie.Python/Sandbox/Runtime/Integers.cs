using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Reads ints out of values.</summary>
internal static class Integers
{
    /// <summary>An int or bool, also inside an instance of a class derived from int.</summary>
    internal static bool TryInteger(this RunContext ctx, PyValue value, out BigInteger integer)
    {
        value = ctx.Unwrap(value);
        integer = value.Ref is PyBigInt big ? big.Value : value.Bits;
        return value.IsInt || value.IsBool || value.Ref is PyBigInt;
    }

    /// <summary>As <see cref="TryInteger"/>, and what <c>__index__</c> gives.</summary>
    internal static bool TryIndex(this RunContext ctx, PyValue value, out BigInteger integer)
    {
        if (ctx.TryInteger(value, out integer)) return true;
        if (value.Ref is not PyInstance instance || !instance.Special(ctx, "__index__", [], out var index))
            return false;
        return ctx.TryInteger(index, out integer)
            ? true
            : throw ctx.TypeError($"__index__ returned non-int (type {index.TypeName})");
    }

    /// <summary>An index of a sequence of this type; may be negative or beyond the end.</summary>
    internal static long IndexOf(this RunContext ctx, PyValue key, string typeName)
    {
        if (!ctx.TryIndex(key, out var index))
        {
            throw ctx.TypeError(typeName == "str"
                ? $"string indices must be integers, not '{key.TypeName}'"
                : $"{typeName} indices must be integers or slices, not {key.TypeName}");
        }
        return IntegerText.FitsInt64(index)
            ? (long)index
            : throw ctx.IndexError($"cannot fit '{key.TypeName}' into an index-sized integer");
    }

    /// <summary>An int argument that must fit into int64; otherwise an error of Python's words.</summary>
    internal static long Int64(this RunContext ctx, PyValue value)
    {
        if (value.IsInt) return value.Bits;
        if (!ctx.TryIndex(value, out var integer))
            throw ctx.TypeError($"'{value.TypeName}' object cannot be interpreted as an integer");
        return IntegerText.FitsInt64(integer)
            ? (long)integer
            : throw ctx.OverflowError("Python int too large to convert to C ssize_t");
    }

    /// <summary>
    /// An int argument cut to the range of int32, for counts and widths where larger ones mean "all".
    /// </summary>
    internal static int ClampedInt32(this RunContext ctx, PyValue value)
    {
        if (!ctx.TryIndex(value, out var integer))
            throw ctx.TypeError($"'{value.TypeName}' object cannot be interpreted as an integer");
        return (int)BigInteger.Max(int.MinValue, BigInteger.Min(int.MaxValue, integer));
    }
}

/// <summary>Ints as decimal text.</summary>
internal static class IntegerText
{
    private const int MaxDigits = 4300;

    internal static bool FitsInt64(BigInteger value) => value >= long.MinValue && value <= long.MaxValue;

    internal static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Refuses the conversion that takes quadratic time, as CPython does.</summary>
    internal static void CheckDigits(RunContext ctx, BigInteger value)
    {
        var bits = value.GetBitLength();
        ctx.Tick(Math.Min(bits, 1 << 20) * Math.Min(bits, 1 << 20) >> 18);
        if (bits * 0.30103 < MaxDigits) return;
        if (BigInteger.Abs(value) >= BigInteger.Pow(10, MaxDigits))
            throw ctx.ValueError(
                $"Exceeds the limit ({MaxDigits} digits) for integer string conversion; "
                + "use sys.set_int_max_str_digits() to increase the limit");
    }

    /// <summary>Parses decimal digits that were checked before.</summary>
    internal static bool TryParse(string digits, [NotNullWhen(true)] out BigInteger value) =>
        BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
