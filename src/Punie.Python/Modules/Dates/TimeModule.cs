using Punie.Python.Builtins;
using Punie.Python.Modules.Classes;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Dates;

/// <summary><c>time</c>, on the run's own clock; local time is UTC.</summary>
internal static class TimeModule
{
    private static readonly NativeFunction[] Functions =
    [
        new("time", "", (ctx, _) => PyValue.Float(Unix(ctx) / 1e6)),
        new("time_ns", "", (ctx, _) => PyValue.Int(Unix(ctx) * 1000)),
        new("perf_counter", "", (ctx, _) => PyValue.Float(Seconds(ctx))),
        new("monotonic", "", (ctx, _) => PyValue.Float(Seconds(ctx))),
        new("process_time", "", (ctx, _) => PyValue.Float(Seconds(ctx))),
        new("perf_counter_ns", "", (ctx, _) => PyValue.Int((long)(Seconds(ctx) * 1e9))),
        new("monotonic_ns", "", (ctx, _) => PyValue.Int((long)(Seconds(ctx) * 1e9))),
        new("sleep", "seconds, /", Sleep),
        new("strftime", "format, t=None, /", (ctx, a) =>
            ctx.Text(MomentFormat.Format(ctx, Moment(ctx, a[1]), ctx.Str(a[0])))),
        new("strptime", "string, format='%a %b %d %H:%M:%S %Y', /", (ctx, a) =>
            Tuple(ctx,
            MomentReader.Read(ctx, Given.Text(ctx, a[0], "strptime() argument 0 must be str"), ctx.Str(a[1])), -1)),
        new("gmtime", "seconds=None, /", (ctx, a) => Tuple(ctx, At(ctx, a[0]), 0)),
        new("localtime", "seconds=None, /", (ctx, a) => Tuple(ctx, At(ctx, a[0]), 0)),
        new("mktime", "t, /", (ctx, a) =>
            PyValue.Float((Moment(ctx, a[0]).Microseconds - PyMoment.UnixEpoch) / PyDelta.PerSecond)),
        new("process_time_ns", "", (ctx, _) => PyValue.Int((long)(Seconds(ctx) * 1e9))),
        new("thread_time", "", (ctx, _) => PyValue.Float(Seconds(ctx))),
        new("ctime", "seconds=None, /", (ctx, a) => ctx.Text(MomentFormat.Format(ctx, At(ctx, a[0]), "%c"))),
        new("asctime", "t=None, /", (ctx, a) => ctx.Text(MomentFormat.Format(ctx, Moment(ctx, a[0]), "%c"))),
    ];

    internal static PyModule Load(RunContext ctx) => NativeModule.Make(
        "time", Functions, ("struct_time", PyValue.Of(TupleType(ctx))), ("timezone", PyValue.Int(0)),
        ("altzone", PyValue.Int(0)), ("daylight", PyValue.Int(0)),
        ("tzname", PyValue.Of(new PyTuple([PyValue.Str("UTC"), PyValue.Str("UTC")]))));

    /// <summary>A <c>struct_time</c>.</summary>
    internal static PyValue Tuple(RunContext ctx, PyMoment moment, int saving)
    {
        var weekday = ((int)moment.Date.DayOfWeek + 6) % 7;
        long[] fields =
            [moment.Date.Year, moment.Date.Month, moment.Date.Day, moment.Hour, moment.Minute, moment.Second, weekday,
            moment.Date.DayOfYear, saving];
        return NamedTuples.Wrap(ctx, TupleType(ctx), [.. fields.Select(f => PyValue.Int(f))]);
    }

    // Its constructor takes one sequence.
    private static PyType TupleType(RunContext ctx)
    {
        var type = NamedTuples.Create(ctx, "struct_time",
            ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"], []);
        type.Name = "time.struct_time";
        type.Define("__new__",
            PyValue.Of(new PyStaticMethod(PyValue.Of(new NativeFunction("__new__", "cls, sequence, /", (c, a) =>
        {
            var fields = c.ToArray(a[1]);
            if (fields.Length < 9)
                throw c.TypeError($"time.struct_time() takes an at least 9-sequence ({fields.Length}-sequence given)");
            return NamedTuples.Wrap(c, (PyType)a[0].Ref!, fields[..9]);
        })))));
        return type;
    }

    private static long Unix(RunContext ctx) => DateTimeModule.Now(ctx) - PyMoment.UnixEpoch;

    private static double Seconds(RunContext ctx) =>
        ctx.Options.Clock.GetTimestamp() / (double)ctx.Options.Clock.TimestampFrequency;

    private static PyValue Sleep(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var seconds = NumberParsing.Real(ctx, a[0]);
        if (seconds < 0) throw ctx.ValueError("sleep length must be non-negative");
        ctx.Loop.Sleep(TimeSpan.FromSeconds(Math.Min(seconds, 1e8)));
        return PyValue.None;
    }

    private static PyMoment At(RunContext ctx, PyValue seconds) =>
        new(MomentKind.DateTime, PyMoment.UnixEpoch
            + (seconds.IsNone ? Unix(ctx) : (long)(Math.Clamp(NumberParsing.Real(ctx, seconds), -6e10, 2.5e11) * 1e6)),
            PyZone.Utc);

    private static PyMoment Moment(RunContext ctx, PyValue tuple)
    {
        if (tuple.IsNone) return At(ctx, PyValue.None);
        var fields = ctx.ToArray(ctx.Unwrap(tuple));
        if (fields.Length < 6) throw ctx.TypeError("Tuple or struct_time argument required");
        return (PyMoment)DateTimeModule.FromFields(ctx, MomentKind.DateTime,
            [.. fields[..6], PyValue.Int(0), PyValue.None]).Ref!;
    }
}
