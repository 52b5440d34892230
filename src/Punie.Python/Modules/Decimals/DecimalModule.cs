using System.Numerics;
using Punie.Python.Modules.Classes;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Decimals;

/// <summary><c>decimal</c>.</summary>
internal static class DecimalModule
{
    private const string Fields =
        "prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None";

    private static readonly string[] FieldNames =
        ["prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"];
    private static readonly Signature DecimalSignature = Signature.Parse("value='0', context=None");
    private static readonly Signature ContextSignature = Signature.Parse(Fields);
    private static readonly PyType ManagerType = PyType.Native("ContextManager", "decimal");

    static DecimalModule()
    {
        DecimalMethods.Define();
        DecimalContextMethods.Define();
        PyDecimal.DecimalType.New = New;
        DecimalContext.ContextType.New = NewContext;
        ManagerType.Define(
            new NativeFunction("__enter__", "self, /", (ctx, a) => ((PyManager)a[0].Ref!).Enter(ctx)),
            new NativeFunction("__exit__", "self, typ, value, tb, /", (ctx, a) => ((PyManager)a[0].Ref!).Exit(ctx)));
    }

    internal static PyModule Load(RunContext ctx) => NativeModule.Make(
        "decimal",
        [
            new NativeFunction("getcontext", "", (c, _) => PyValue.Of(DecimalContext.Current(c))),
            new NativeFunction("setcontext", "context, /", SetContext),
            new NativeFunction("localcontext", $"ctx=None, {Fields}", LocalContext),
        ],
        [
            ("Decimal", PyValue.Of(PyDecimal.DecimalType)), ("Context", PyValue.Of(DecimalContext.ContextType)),
            ("DecimalTuple", PyValue.Of(TupleType(ctx))),
            ("DecimalException", PyValue.Of(DecimalSignals.Base)),
            .. DecimalSignals.All.Select(s => (s.Name, PyValue.Of(s))),
            .. Rounding.Names.Select(n => (n, PyValue.Str(n))), ("MAX_PREC", PyValue.Int(DecimalContext.MaxExponent)),
            ("MAX_EMAX", PyValue.Int(DecimalContext.MaxExponent)),
            ("MIN_EMIN", PyValue.Int(-DecimalContext.MaxExponent)),
            ("DefaultContext", PyValue.Of(new DecimalContext())),
            ("BasicContext", PyValue.Of(new DecimalContext { Precision = 9, Rounding = DecimalRounding.HalfUp })),
            ("ExtendedContext", PyValue.Of(new DecimalContext { Precision = 9, Traps = 0 })),
        ]);

    /// <summary>A class of its own for each use: named tuples belong to a run.</summary>
    internal static PyType TupleType(RunContext ctx) =>
        NamedTuples.Create(ctx, "DecimalTuple", ["sign", "digits", "exponent"], []);

    /// <summary>What <c>Decimal(value)</c> gives: exact.</summary>
    internal static PyDecimal Convert(RunContext ctx, PyValue given)
    {
        var value = ctx.Unwrap(given);
        if (PyDecimal.From(ctx, value) is { } known) return known;
        if (value.IsFloat)
        {
            DecimalContext.Current(ctx).Signal(ctx, DecimalSignals.FloatOperation);
            return PyDecimal.OfFloat(value.Double);
        }
        if (value.Ref is string text)
            return DecimalText.Parse(ctx, text)
            ?? DecimalContext.Current(ctx).Signal(ctx, DecimalSignals.ConversionSyntax);
        if (value.Ref is PyTuple or PyList) return FromTuple(ctx, ctx.ToArray(value));
        throw ctx.TypeError($"conversion from {given.TypeName} to Decimal is not supported");
    }

    private static PyDecimal FromTuple(RunContext ctx, PyValue[] parts)
    {
        if (parts.Length != 3) throw ctx.ValueError("argument must be a sequence of length 3");
        if (!ctx.TryInteger(parts[0], out var sign) || (!sign.IsZero && !sign.IsOne))
            throw ctx.ValueError("sign must be an integer with the value 0 or 1");
        var coefficient = BigInteger.Zero;
        foreach (var part in ctx.ToArray(parts[1]))
        {
            ctx.Step();
            if (!ctx.TryInteger(part, out var digit) || digit.Sign < 0 || digit > 9)
                throw ctx.ValueError("coefficient must be a tuple of digits");
            coefficient = coefficient * 10 + digit;
        }
        if (parts[2].Ref is string special)
        {
            var kind =
                special switch
                {
                    "F" => DecimalKind.Infinity,
                    "n" => DecimalKind.NaN,
                    "N" => DecimalKind.SignallingNaN,
                    _ =>
                        throw ctx.ValueError("string argument in the third position must be 'F', 'n' or 'N'")
                };
            return new PyDecimal(sign.IsOne, kind == DecimalKind.Infinity ? 0 : coefficient, 0, kind);
        }
        if (!ctx.TryInteger(parts[2], out var exponent)) throw ctx.ValueError("exponent must be an integer");
        return BigInteger.Abs(exponent) <= DecimalContext.MaxExponent
            ? new PyDecimal(sign.IsOne, coefficient, (long)exponent)
            : DecimalContext.Current(ctx).Signal(ctx, DecimalSignals.InvalidOperation);
    }

    private static PyValue New(RunContext ctx, PyType type, Arguments arguments)
    {
        Span<PyValue> a = [default, default];
        DecimalSignature.Bind(ctx, new SignatureOwner("Decimal", false), arguments, a);
        return PyDecimal.Value(ctx, Convert(ctx, a[0]));
    }

    private static PyValue NewContext(RunContext ctx, PyType type, Arguments arguments)
    {
        var a = new PyValue[ContextSignature.Count];
        ContextSignature.Bind(ctx, new SignatureOwner("Context", false), arguments, a);
        return ctx.New(With(ctx, new DecimalContext(), a));
    }

    private static DecimalContext With(RunContext ctx, DecimalContext context, ReadOnlySpan<PyValue> fields)
    {
        for (var i = 0; i < FieldNames.Length; i++)
        {
            if (!fields[i].IsNone) context.SetAttribute(ctx, FieldNames[i], fields[i]);
        }
        return context;
    }

    private static PyValue SetContext(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        ctx.DecimalContext = a[0].Ref as DecimalContext ?? throw ctx.TypeError("argument must be a context");
        return PyValue.None;
    }

    private static PyValue LocalContext(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var source = a[0].IsNone
            ? DecimalContext.Current(ctx)
            : a[0].Ref as DecimalContext ?? throw ctx.TypeError("optional argument must be a context");
        return ctx.New(new PyManager(With(ctx, source.Copy(), a[1..])));
    }

    private sealed class PyManager(DecimalContext inner) : PyObject(ManagerType)
    {
        private DecimalContext? _outer;

        internal PyValue Enter(RunContext ctx)
        {
            _outer = DecimalContext.Current(ctx);
            ctx.DecimalContext = inner;
            return PyValue.Of(inner);
        }

        internal PyValue Exit(RunContext ctx)
        {
            ctx.DecimalContext = _outer;
            return PyValue.False;
        }
    }
}
