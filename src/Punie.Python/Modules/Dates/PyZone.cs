using System.Globalization;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules.Dates;

/// <summary>
/// A <c>timezone</c>: a fixed offset from UTC in microseconds; or what a program's own <c>tzinfo</c> says about one
/// moment.
/// </summary>
internal sealed class PyZone(long offset, string? name) : PyObject(ZoneType)
{
    internal static readonly PyType BaseType = PyType.Native("tzinfo", "datetime");
    internal static readonly PyType ZoneType = PyType.Native("timezone", "datetime", BaseType);
    internal static readonly PyZone Utc = new(0, null);

    private static readonly Signature Constructor = Signature.Parse("offset, name=None");

    internal long Offset { get; } = offset;

    /// <summary>The program's <c>tzinfo</c>; unbound for a fixed offset.</summary>
    internal PyValue Custom { get; private init; }

    /// <summary>
    /// False where the program's <c>tzinfo</c> gives no offset: the moment counts as one without a zone.
    /// </summary>
    internal bool HasOffset { get; private init; } = true;

    /// <summary>What the program gave as <c>tzinfo</c>.</summary>
    internal PyValue Given => Custom.IsUnbound ? AsValue : Custom;

    internal string Name => name ?? (Offset == 0 ? "UTC" : "UTC" + OffsetText(Offset));

    internal static void Define()
    {
        ZoneType.New = New;
        ZoneType.Define("utc", PyValue.Of(Utc));
        ZoneType.Define(
            new NativeFunction("utcoffset", "self, dt, /", (ctx, a) => PyDelta.Make(ctx, ((PyZone)a[0].Ref!).Offset)),
            new NativeFunction("tzname", "self, dt, /", (ctx, a) => ctx.Text(((PyZone)a[0].Ref!).Name)),
            new NativeFunction("dst", "self, dt, /", (_, _) => PyValue.None),
            new NativeFunction("fromutc", "self, dt, /", (ctx, a) =>
                ctx.Binary(BinaryOperator.Add, a[1], PyDelta.Make(ctx, ((PyZone)a[0].Ref!).Offset))));
        ZoneRules.Define();
    }

    /// <summary><c>+02:00</c>, with seconds where there are any.</summary>
    internal static string OffsetText(long offset, string separator = ":")
    {
        var seconds = Math.Abs(offset) / PyDelta.PerSecond;
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{(offset < 0 ? '-' : '+')}{seconds / 3600:00}{separator}{seconds / 60 % 60:00}");
        var rest = Math.Abs(offset) % PyDelta.PerSecond;
        if (seconds % 60 != 0 || rest != 0)
            text = string.Create(CultureInfo.InvariantCulture, $"{text}{separator}{seconds % 60:00}");
        return rest == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}.{rest:000000}");
    }

    /// <summary>The zone of a <c>tzinfo</c> argument; null for <c>None</c>.</summary>
    internal static PyZone? From(RunContext ctx, PyValue value)
    {
        if (value.IsNone || value.IsUnbound) return null;
        if (value.Ref is PyInstance instance && instance.Type.IsSubclassOf(BaseType))
            return OfProgram(value, 0, hasOffset: false);
        return value.Ref as PyZone
            ?? throw ctx.TypeError(
                $"tzinfo argument must be None or of a tzinfo subclass, not type '{value.TypeName}'");
    }

    /// <summary>What a program's <c>tzinfo</c> says about one moment.</summary>
    internal static PyZone OfProgram(PyValue custom, long offset, bool hasOffset) =>
        new(offset, null) { Custom = custom, HasOffset = hasOffset };

    internal override string Repr(RunContext ctx)
    {
        if (ReferenceEquals(this, Utc)) return "datetime.timezone.utc";
        var delta = new PyDelta(Offset).Repr(ctx);
        return name is null ? $"datetime.timezone({delta})" : $"datetime.timezone({delta}, {StringText.Repr(name)})";
    }

    internal override string Text(RunContext ctx) => Name;

    internal override long Hash(RunContext ctx) => Hashing.OfInt(Offset);

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other) =>
        op is CompareOperator.Eq or CompareOperator.NotEq && other.Ref is PyZone right
            ? PyValue.Bool((Offset == right.Offset) == (op == CompareOperator.Eq))
            : PyValue.NotImplemented;

    private static PyValue New(RunContext ctx, PyType type, Arguments arguments)
    {
        Span<PyValue> a = [default, default];
        Constructor.Bind(ctx, new SignatureOwner("timezone", false), arguments, a);
        if (a[0].Ref is not PyDelta delta)
            throw ctx.TypeError($"timezone() argument 1 must be datetime.timedelta, not {a[0].TypeName}");
        if (!a[1].IsNone && !ctx.Unwrap(a[1]).IsText)
            throw ctx.TypeError($"timezone() argument 2 must be str, not {a[1].TypeName}");
        if (Int128.Abs(delta.Microseconds) >= PyDelta.PerDay)
            throw ctx.ValueError(
                $"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not "
                + $"{delta.Repr(ctx)}.");
        if (delta.Microseconds == 0 && a[1].IsNone) return PyValue.Of(Utc);
        return ctx.New(new PyZone((long)delta.Microseconds, a[1].IsNone ? null : ctx.Str(a[1])), 64);
    }
}
