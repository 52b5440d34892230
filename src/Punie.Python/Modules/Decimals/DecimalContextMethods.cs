using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Decimals;

/// <summary>Methods of <c>Context</c>: operations under that context instead of the current one.</summary>
internal static class DecimalContextMethods
{
    internal static void Define() => DecimalContext.ContextType.Define(
        new NativeFunction("copy", "self, /", (ctx, a) => ctx.New(Self(a).Copy())),
        new NativeFunction("Etiny", "self, /", (_, a) => PyValue.Int(Self(a).LeastExponent)),
        new NativeFunction("Etop", "self, /", (_, a) => PyValue.Int(Self(a).LargestExponent - Self(a).Precision + 1)),
        new NativeFunction("clear_flags", "self, /", (_, a) => Clear(Self(a), flags: true)),
        new NativeFunction("clear_traps", "self, /", (_, a) => Clear(Self(a), flags: false)),
        new NativeFunction("create_decimal", "self, num='0', /", (ctx, a) =>
            Value(ctx, Self(a).Rounded(ctx, DecimalModule.Convert(ctx, a[1])))),
        new NativeFunction("create_decimal_from_float", "self, f, /", (ctx, a) =>
            Value(ctx, Self(a).Rounded(ctx, DecimalModule.Convert(ctx, a[1])))),
        Two("add", DecimalMath.Add), Two("multiply", DecimalMath.Multiply), Two("divide", DecimalDivision.Divide),
        Two("power", DecimalPower.Power),
        Two("subtract", (ctx, c, x, y) => DecimalMath.Add(ctx, c, x, y.WithSign(!y.IsNegative))),
        Two("remainder", (ctx, c, x, y) => DecimalDivision.DivRem(ctx, c, x, y, wantsQuotient: false).Remainder),
        Two("divide_int", (ctx, c, x, y) => DecimalDivision.DivRem(ctx, c, x, y, wantsQuotient: true).Quotient),
        Two("quantize", (ctx, c, x, y) => c.Quantized(ctx, x, y.Exponent, c.Rounding)),
        Two("compare", (ctx, _, x, y) =>
            x.IsNaN || y.IsNaN ? PyDecimal.NaN : PyDecimal.Of(DecimalMath.Order(ctx, x, y))),
        One("sqrt", DecimalDivision.SquareRoot), One("exp", DecimalPower.Exp),
        One("abs", (ctx, c, x) => c.Rounded(ctx, x.WithSign(false))),
        One("plus", (ctx, c, x) => c.Rounded(ctx, x)),
        One("minus", (ctx, c, x) => c.Rounded(ctx, x.WithSign(!x.IsNegative))),
        One("ln", (ctx, c, x) => DecimalPower.Log(ctx, c, x, isDecimal: false)),
        One("log10", (ctx, c, x) => DecimalPower.Log(ctx, c, x, isDecimal: true)),
        new NativeFunction("to_sci_string", "self, x, /", (ctx, a) =>
            ctx.Text(DecimalText.Of(ctx, DecimalMethods.Other(ctx, a[1]), engineering: false))),
        new NativeFunction("to_eng_string", "self, x, /", (ctx, a) =>
            ctx.Text(DecimalText.Of(ctx, DecimalMethods.Other(ctx, a[1]), engineering: true))));

    private static DecimalContext Self(ReadOnlySpan<PyValue> a) => (DecimalContext)a[0].Ref!;

    private static PyValue Value(RunContext ctx, PyDecimal value) => PyDecimal.Value(ctx, value);

    private static PyValue Clear(DecimalContext context, bool flags)
    {
        if (flags) context.Flags = 0;
        else context.Traps = 0;
        return PyValue.None;
    }

    private static NativeFunction One(string name, Func<RunContext, DecimalContext, PyDecimal, PyDecimal> operation) =>
        new(name, "self, x, /", (ctx, a) => Value(ctx, operation(ctx, Self(a), DecimalMethods.Other(ctx, a[1]))));

    private static NativeFunction Two(string name,
        Func<RunContext, DecimalContext, PyDecimal, PyDecimal, PyDecimal> operation) =>
            new(name, "self, /, a, b", (ctx, a) =>
                Value(ctx, operation(ctx, Self(a), DecimalMethods.Other(ctx, a[1]), DecimalMethods.Other(ctx, a[2]))));
}
