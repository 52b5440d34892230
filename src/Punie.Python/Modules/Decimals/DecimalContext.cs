using System.Globalization;
using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Decimals;

/// <summary>Precision, rounding, range, flags and traps of an arithmetic.</summary>
internal sealed class DecimalContext() : PyObject(ContextType)
{
    internal const long MaxExponent = 999999999999999999;

    internal static readonly PyType ContextType = PyType.Native("Context", "decimal");

    private static readonly int DefaultTraps =
        Mask(DecimalSignals.InvalidOperation) | Mask(DecimalSignals.DivisionByZero) | Mask(DecimalSignals.Overflow);

    internal long Precision { get; set; } = 28;

    internal DecimalRounding Rounding { get; set; } = DecimalRounding.HalfEven;

    internal long MinExponent { get; set; } = -999999;

    internal long LargestExponent { get; set; } = 999999;

    internal bool Capitals { get; set; } = true;

    internal int Flags { get; set; }

    internal int Traps { get; set; } = DefaultTraps;

    /// <summary>Of the smallest subnormal number.</summary>
    internal long LeastExponent => MinExponent - Precision + 1;

    internal static DecimalContext Current(RunContext ctx)
    {
        if (ctx.DecimalContext is DecimalContext known) return known;
        var made = new DecimalContext();
        ctx.DecimalContext = made;
        return made;
    }

    internal static int Mask(PyType signal) => 1 << Array.IndexOf(DecimalSignals.All, signal);

    internal DecimalContext Copy() => new()
    {
        Precision = Precision,
        Rounding = Rounding,
        MinExponent = MinExponent,
        LargestExponent = LargestExponent,
        Capitals = Capitals,
        Flags = Flags,
        Traps = Traps,
    };

    /// <summary>
    /// Notes a condition; raises where it is trapped, else gives the NaN that an invalid operation results in.
    /// </summary>
    internal PyDecimal Signal(RunContext ctx, PyType condition)
    {
        var signal = Array.IndexOf(DecimalSignals.All, condition) >= 0 ? condition : DecimalSignals.InvalidOperation;
        Flags |= Mask(signal);
        if ((Traps & Mask(signal)) == 0) return PyDecimal.NaN;
        throw ctx.Raise(new PyException(signal, [ctx.NewList([PyValue.Of(condition)])]));
    }

    /// <summary>The NaN that an operation on a NaN results in; null without one.</summary>
    internal PyDecimal? NaNOf(RunContext ctx, PyDecimal x, PyDecimal y)
    {
        if (!x.IsNaN && !y.IsNaN) return null;
        var signalling = x.Kind == DecimalKind.SignallingNaN ? x : y.Kind == DecimalKind.SignallingNaN ? y : null;
        if (signalling is not null)
        {
            Signal(ctx, DecimalSignals.InvalidOperation);
            return new PyDecimal(signalling.IsNegative, signalling.Coefficient, 0, DecimalKind.NaN);
        }
        return x.IsNaN ? x : y;
    }

    /// <summary>A result brought to the precision and the range.</summary>
    internal PyDecimal Rounded(RunContext ctx, PyDecimal value, DecimalRounding? mode = null)
    {
        if (!value.IsFinite) return value;
        if (value.IsZero)
        {
            var exponent = Math.Clamp(value.Exponent, LeastExponent, LargestExponent);
            return exponent == value.Exponent ? value : new PyDecimal(value.IsNegative, 0, exponent);
        }
        var least = Math.Max(value.Exponent + value.Digits - Precision, LeastExponent);
        if (value.Adjusted < MinExponent) Flags |= Mask(DecimalSignals.Subnormal);
        if (value.Exponent < least) value = Shortened(ctx, value, least, mode ?? Rounding);
        if (value.Adjusted <= LargestExponent) return value;
        Flags |= Mask(DecimalSignals.Inexact) | Mask(DecimalSignals.Rounded);
        Signal(ctx, DecimalSignals.Overflow);
        return PyDecimal.Infinity(value.IsNegative);
    }

    internal PyDecimal Quantized(RunContext ctx, PyDecimal value, long exponent, DecimalRounding mode)
    {
        if (value.IsNaN) return NaNOf(ctx, value, value)!;
        var fits = value.IsFinite && exponent >= LeastExponent && exponent <= LargestExponent
            && (value.IsZero || (value.Adjusted <= LargestExponent && value.Adjusted - exponent + 1 <= Precision));
        if (!fits) return Signal(ctx, DecimalSignals.InvalidOperation);
        var result = Decimals.Rounding.ToExponent(ctx, value, exponent, mode);
        if (result.Digits > Precision) return Signal(ctx, DecimalSignals.InvalidOperation);
        if (value.Exponent < exponent) NoteLoss(ctx, value, result);
        return Rounded(ctx, result);
    }

    internal override string Repr(RunContext ctx) => string.Create(
        CultureInfo.InvariantCulture,
        $"Context(prec={Precision}, rounding={Decimals.Rounding.Names[(int)Rounding]}, Emin={MinExponent}, Emax={LargestExponent}, capitals={(Capitals ? 1 : 0)}, clamp=0, flags=[{List(Flags)}], traps=[{List(Traps)}])");

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "prec" => PyValue.Int(Precision),
        "rounding" => PyValue.Str(Decimals.Rounding.Names[(int)Rounding]),
        "Emin" => PyValue.Int(MinExponent),
        "Emax" => PyValue.Int(LargestExponent),
        "capitals" => PyValue.Int(Capitals ? 1 : 0),
        "clamp" => PyValue.Int(0),
        "flags" => PyValue.Of(new DecimalSignalMap(this, isTraps: false)),
        "traps" => PyValue.Of(new DecimalSignalMap(this, isTraps: true)),
        _ => base.FindAttribute(ctx, name),
    };

    internal override void SetAttribute(RunContext ctx, string name, PyValue value)
    {
        switch (name)
        {
            case "prec":
                Precision = InRange(ctx, value, (1, MaxExponent), "valid range for prec is [1, MAX_PREC]"); break;
            case "rounding": Rounding = ModeOf(ctx, value); break;
            case "Emin":
                MinExponent = InRange(ctx, value, (-MaxExponent, 0), "valid range for Emin is [MIN_EMIN, 0]"); break;
            case "Emax":
                LargestExponent = InRange(ctx, value, (0, MaxExponent), "valid range for Emax is [0, MAX_EMAX]"); break;
            case "capitals": Capitals = InRange(ctx, value, (0, 1), "valid values for capitals are [0, 1]") == 1; break;
            case "clamp": InRange(ctx, value, (0, 1), "valid values for clamp are [0, 1]"); break;
            case "flags": Flags = MaskOf(ctx, value); break;
            case "traps": Traps = MaskOf(ctx, value); break;
            default: base.SetAttribute(ctx, name, value); break;
        }
    }

    internal static DecimalRounding ModeOf(RunContext ctx, PyValue value)
    {
        var index = value.Ref is string text ? Array.IndexOf(Decimals.Rounding.Names, text) : -1;
        return index >= 0
            ? (DecimalRounding)index
            : throw ctx.TypeError(
                "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   "
                + "ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
    }

    private static int MaskOf(RunContext ctx, PyValue value)
    {
        var mask = 0;
        var isMap = ctx.Unwrap(value).Ref is PyDict;
        foreach (var signal in ctx.ToArray(value))
        {
            if (signal.Ref is not PyType type || Array.IndexOf(DecimalSignals.All, type) < 0)
                throw ctx.TypeError(
                    "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   "
                    + "Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]");
            if (!isMap || ctx.Truth(ctx.GetItem(value, signal))) mask |= Mask(type);
        }
        return mask;
    }

    private static string List(int mask) =>
        string.Join(", ", DecimalSignals.Shown.Where(s => (mask & Mask(s)) != 0).Select(s => s.Name));

    private static long InRange(RunContext ctx, PyValue value, (long Least, long Most) range, string otherwise)
    {
        if (!ctx.TryIndex(value, out var number)) throw ctx.TypeError("an integer is required");
        return number >= range.Least && number <= range.Most ? (long)number : throw ctx.ValueError(otherwise);
    }

    private PyDecimal Shortened(RunContext ctx, PyDecimal value, long exponent, DecimalRounding mode)
    {
        var result = Decimals.Rounding.ToExponent(ctx, value, exponent, mode);
        if (result.Digits > Precision)
            result = new PyDecimal(result.IsNegative, result.Coefficient / 10, result.Exponent + 1);
        NoteLoss(ctx, value, result);
        return result;
    }

    private void NoteLoss(RunContext ctx, PyDecimal value, PyDecimal result)
    {
        Flags |= Mask(DecimalSignals.Rounded);
        var isExact = DecimalMath.Order(ctx, value, result) == 0;
        if (!isExact) Flags |= Mask(DecimalSignals.Inexact);
        if (!isExact && value.Adjusted < MinExponent) Flags |= Mask(DecimalSignals.Underflow);
        if (!isExact && (Traps & Mask(DecimalSignals.Inexact)) != 0) Signal(ctx, DecimalSignals.Inexact);
        if ((Traps & Mask(DecimalSignals.Rounded)) != 0) Signal(ctx, DecimalSignals.Rounded);
    }
}

/// <summary>The flags or traps of a context, by signal.</summary>
internal sealed class DecimalSignalMap(DecimalContext context, bool isTraps) : PyObject(MapType)
{
    private static readonly PyType MapType = PyType.Native("SignalDict", "decimal");

    private int Bits => isTraps ? context.Traps : context.Flags;

    internal override string Repr(RunContext ctx) =>
        $"{{{string.Join(", ", DecimalSignals.All.Select(s => $"<class 'decimal.{s.Name}'>:{(Has(s) ? "True" : "False")}"))}}}";

    internal override PyValue Length(RunContext ctx) => PyValue.Int(DecimalSignals.All.Length);

    internal override PyIterator Iterate(RunContext ctx) =>
        ctx.Iterate(ctx.NewTuple([.. DecimalSignals.All.Select(s => PyValue.Of(s))]));

    internal override PyValue GetItem(RunContext ctx, PyValue key) => PyValue.Bool(Has(Known(ctx, key)));

    internal override void SetItem(RunContext ctx, PyValue key, PyValue value)
    {
        var mask = DecimalContext.Mask(Known(ctx, key));
        var bits = ctx.Truth(value) ? Bits | mask : Bits & ~mask;
        if (isTraps) context.Traps = bits;
        else context.Flags = bits;
    }

    private static PyType Known(RunContext ctx, PyValue key) =>
        key.Ref is PyType type && Array.IndexOf(DecimalSignals.All, type) >= 0
            ? type
            : throw ctx.Error(ExceptionTypes.KeyError, "invalid error flag");

    private bool Has(PyType signal) => (Bits & DecimalContext.Mask(signal)) != 0;
}
