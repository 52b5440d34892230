using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Dates;

/// <summary><c>datetime</c>; the clock is the run's, and local time is UTC.</summary>
internal static class DateTimeModule
{
    private static readonly Signature DateFields = Signature.Parse("year, month, day");
    private static readonly Signature TimeFields =
        Signature.Parse("hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0");
    private static readonly Signature AllFields =
        Signature.Parse("year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0");

    static DateTimeModule()
    {
        PyDelta.Define();
        PyZone.Define();
        PyMoment.DateType.New = (ctx, _, a) => FromFields(ctx, MomentKind.Date, Bind(ctx, DateFields, a));
        PyMoment.TimeType.New = (ctx, _, a) => FromFields(ctx, MomentKind.Time, Bind(ctx, TimeFields, a));
        PyMoment.DateTimeType.New = (ctx, _, a) =>
            FromFields(ctx, MomentKind.DateTime, Bind(ctx, AllFields, a));
        MomentMethods.Define();
    }

    internal static PyModule Load(RunContext ctx) => NativeModule.Make(
        "datetime", [],
        ("date", PyValue.Of(PyMoment.DateType)), ("time", PyValue.Of(PyMoment.TimeType)),
        ("datetime", PyValue.Of(PyMoment.DateTimeType)),
        ("timedelta", PyValue.Of(PyDelta.DeltaType)), ("timezone", PyValue.Of(PyZone.ZoneType)),
        ("tzinfo", PyValue.Of(PyZone.BaseType)),
        ("UTC", PyValue.Of(PyZone.Utc)), ("MINYEAR", PyValue.Int(1)), ("MAXYEAR", PyValue.Int(9999)));

    /// <summary>Microseconds now, in UTC.</summary>
    internal static long Now(RunContext ctx) => ctx.Options.Clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMicrosecond;

    /// <summary>A moment from its fields in the order of the constructor.</summary>
    internal static PyValue FromFields(RunContext ctx, MomentKind kind, ReadOnlySpan<PyValue> a)
    {
        if (kind != MomentKind.Time && a[0].IsText)
            throw ctx.TypeError($"'{a[0].TypeName}' object cannot be interpreted as an integer");
        var date = kind == MomentKind.Time
            ? 0
            : PyMoment.FromDate(ctx, ctx.Int64(a[0]), ctx.Int64(a[1]), ctx.Int64(a[2]));
        if (kind == MomentKind.Date) return PyMoment.Make(ctx, kind, date);
        var t = kind == MomentKind.Time ? a : a[3..];
        var time = PyMoment.FromTime(ctx, ctx.Int64(t[0]), ctx.Int64(t[1]), (ctx.Int64(t[2]), ctx.Int64(t[3])));
        var fold = t.Length > 5 ? ctx.Int64(t[5]) : 0;
        if (fold is not (0 or 1)) throw ctx.ValueError("fold must be either 0 or 1");
        return PyMoment.Make(ctx, kind, date + time, PyZone.From(ctx, t[4]), (int)fold);
    }

    private static PyValue[] Bind(RunContext ctx, Signature signature, Arguments arguments)
    {
        var bound = new PyValue[signature.Count];
        signature.Bind(ctx, SignatureOwner.Unnamed, arguments, bound);
        return bound;
    }
}
