using System.Numerics;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary>A value of a module that <c>float</c>, <c>int</c> and <c>round</c> understand, as <c>Decimal</c>.</summary>
internal interface INumberLike
{
    /// <summary>The nearest float.</summary>
    double ToDouble();

    /// <summary>The whole part.</summary>
    BigInteger Truncate(RunContext ctx);

    /// <summary>As <c>round(value, digits)</c>; null digits means to an int.</summary>
    PyValue Round(RunContext ctx, int? digits);
}

/// <summary>Marks values of modules whose <c>divmod</c> is made of <c>//</c> and <c>%</c>.</summary>
internal interface IHasDivMod;

/// <summary>A value of a module that <c>abs</c> takes.</summary>
internal interface IHasAbsolute
{
    /// <summary>As <c>abs(value)</c>.</summary>
    PyValue Absolute(RunContext ctx);
}

/// <summary>Reads numbers that are not built in.</summary>
internal static class NumberLike
{
    internal static bool TryDouble(RunContext ctx, PyValue value, out double number)
    {
        var known = ctx.Unwrap(value).Ref as INumberLike;
        number = known?.ToDouble() ?? 0;
        return known is not null;
    }

    internal static bool TryTruncate(RunContext ctx, PyValue value, out BigInteger whole)
    {
        var known = ctx.Unwrap(value).Ref as INumberLike;
        whole = known?.Truncate(ctx) ?? BigInteger.Zero;
        return known is not null;
    }
}
