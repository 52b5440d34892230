using System.Globalization;
using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Dates;

/// <summary><c>datetime</c>; the clock is the run's, and local time is UTC.</summary>
internal static class DateTimeModule
{
    private static readonly Signature DateFields = Signature.Parse("year, month, day");
    private static readonly Signature TimeFields = Signature.Parse("hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0");
    private static readonly Signature AllFields = Signature.Parse("year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0");

    static DateTimeModule()
    {
        PyDelta.Define();
        PyZone.Define();
        PyMoment.DateType.New = (ctx, _, a) => FromFields(ctx, MomentKind.Date, Bind(ctx, DateFields, "date", a));
        PyMoment.TimeType.New = (ctx, _, a) => FromFields(ctx, MomentKind.Time, Bind(ctx, TimeFields, "time", a));
        PyMoment.DateTimeType.New = (ctx, _, a) => FromFields(ctx, MomentKind.DateTime, Bind(ctx, AllFields, "datetime", a));
        MomentMethods.Define();
    }

    internal static PyModule Load(RunContext ctx) => NativeModule.Make(
        "datetime", [],
        ("date", PyValue.Of(PyMoment.DateType)), ("time", PyValue.Of(PyMoment.TimeType)), ("datetime", PyValue.Of(PyMoment.DateTimeType)),
        ("timedelta", PyValue.Of(PyDelta.DeltaType)), ("timezone", PyValue.Of(PyZone.ZoneType)), ("tzinfo", PyValue.Of(PyZone.BaseType)),
        ("UTC", PyValue.Of(PyZone.Utc)), ("MINYEAR", PyValue.Int(1)), ("MAXYEAR", PyValue.Int(9999)));

    /// <summary>Microseconds now, in UTC.</summary>
    internal static long Now(RunContext ctx) => ctx.Options.Clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMicrosecond;

    /// <summary>A moment from its fields in the order of the constructor.</summary>
    internal static PyValue FromFields(RunContext ctx, MomentKind kind, ReadOnlySpan<PyValue> a)
    {
        if (kind != MomentKind.Time && a[0].IsText) throw ctx.TypeError($"'{a[0].TypeName}' object cannot be interpreted as an integer");
        var date = kind == MomentKind.Time ? 0 : PyMoment.FromDate(ctx, ctx.Int64(a[0]), ctx.Int64(a[1]), ctx.Int64(a[2]));
        if (kind == MomentKind.Date) return PyMoment.Make(ctx, kind, date);
        var t = kind == MomentKind.Time ? a : a[3..];
        var time = PyMoment.FromTime(ctx, ctx.Int64(t[0]), ctx.Int64(t[1]), (ctx.Int64(t[2]), ctx.Int64(t[3])));
        return PyMoment.Make(ctx, kind, date + time, PyZone.From(ctx, t[4]));
    }

    private static PyValue[] Bind(RunContext ctx, Signature signature, string name, Arguments arguments)
    {
        var bound = new PyValue[signature.Count];
        signature.Bind(ctx, new SignatureOwner(name, false), arguments, bound);
        return bound;
    }
}

/// <summary>The methods of dates, times and datetimes.</summary>
internal static class MomentMethods
{
    internal static void Define()
    {
        DefineFields();
        foreach (var type in new[] { PyMoment.DateType, PyMoment.TimeType, PyMoment.DateTimeType })
        {
            var kind = type == PyMoment.DateType ? MomentKind.Date : type == PyMoment.TimeType ? MomentKind.Time : MomentKind.DateTime;
            type.Define(
                new NativeFunction("strftime", "self, format", (ctx, a) => ctx.Text(MomentFormat.Format(ctx, Self(a), Given.Text(ctx, a[1], "strftime() argument 1 must be str")))),
                new NativeFunction("replace", "self, /, **fields", Replace),
                kind == MomentKind.Time
                    ? new NativeFunction("isoformat", "self, timespec='auto'", (ctx, a) => ctx.Text(Self(a).IsoFormat(ctx, "T", ctx.Str(a[1]))))
                    : new NativeFunction("isoformat", kind == MomentKind.Date ? "self, /" : "self, sep='T', timespec='auto'", (ctx, a) => ctx.Text(Self(a).IsoFormat(ctx, a.Length > 1 ? ctx.Str(a[1]) : "T", a.Length > 2 ? ctx.Str(a[2]) : "auto"))));
            OnClass(type, "fromisoformat", "cls, text, /", (ctx, a) => IsoText.Parse(ctx, (ctx.Unwrap(a[1]).Ref as string ?? throw ctx.TypeError("fromisoformat: argument must be str")), kind));
        }
        DefineDates();
        DefineDateTimes();
        PyMoment.DateType.Define("min", PyValue.Of(new PyMoment(MomentKind.Date, 0)));
        PyMoment.DateType.Define("max", PyValue.Of(new PyMoment(MomentKind.Date, PyMoment.Limit - PyDelta.PerDay)));
        PyMoment.DateType.Define("resolution", PyValue.Of(new PyDelta(PyDelta.PerDay)));
        PyMoment.DateTimeType.Define("resolution", PyValue.Of(new PyDelta(1)));
        PyMoment.TimeType.Define("resolution", PyValue.Of(new PyDelta(1)));
        PyMoment.TimeType.Define("min", PyValue.Of(new PyMoment(MomentKind.Time, 0)));
        PyMoment.TimeType.Define("max", PyValue.Of(new PyMoment(MomentKind.Time, PyDelta.PerDay - 1)));
        PyZone.ZoneType.Define("min", PyValue.Of(new PyZone(-(PyDelta.PerDay - 60 * PyDelta.PerSecond), null)));
        PyZone.ZoneType.Define("max", PyValue.Of(new PyZone(PyDelta.PerDay - 60 * PyDelta.PerSecond, null)));
        PyMoment.DateTimeType.Define("min", PyValue.Of(new PyMoment(MomentKind.DateTime, 0)));
        PyMoment.DateTimeType.Define("max", PyValue.Of(new PyMoment(MomentKind.DateTime, PyMoment.Limit - 1)));
    }

    private static PyMoment Self(ReadOnlySpan<PyValue> a) => (PyMoment)a[0].Ref!;

    private static void OnClass(PyType type, string name, string signature, NativeCall body) =>
        type.Define(name, PyValue.Of(new PyClassMethod(PyValue.Of(new NativeFunction(name, signature, body)))));

    private static void Add(PyType[] types, string name, Func<PyMoment, PyValue> read)
    {
        foreach (var type in types) type.Define(name, PyValue.Of(new NativeProperty(name, (_, self) => read((PyMoment)self.Ref!))));
    }

    private static void DefineFields()
    {
        Add([PyMoment.DateType], "year", m => PyValue.Int(m.Date.Year));
        Add([PyMoment.DateType], "month", m => PyValue.Int(m.Date.Month));
        Add([PyMoment.DateType], "day", m => PyValue.Int(m.Date.Day));
        PyType[] clocks = [PyMoment.TimeType, PyMoment.DateTimeType];
        Add(clocks, "hour", m => PyValue.Int(m.Hour));
        Add(clocks, "minute", m => PyValue.Int(m.Minute));
        Add(clocks, "second", m => PyValue.Int(m.Second));
        Add(clocks, "microsecond", m => PyValue.Int(m.Microsecond));
        Add(clocks, "tzinfo", m => m.Zone?.AsValue ?? PyValue.None);
        Add(clocks, "fold", _ => PyValue.Int(0));
        foreach (var type in clocks)
        {
            type.Define(
                new NativeFunction("utcoffset", "self, /", (ctx, a) => Self(a).Zone is { } zone ? PyDelta.Make(ctx, zone.Offset) : PyValue.None),
                new NativeFunction("tzname", "self, /", (ctx, a) => Self(a).Zone is { } zone ? ctx.Text(zone.Name) : PyValue.None),
                new NativeFunction("dst", "self, /", (_, _) => PyValue.None));
        }
    }

    private static void DefineDates()
    {
        var type = PyMoment.DateType;
        type.Define(
            new NativeFunction("weekday", "self, /", (_, a) => PyValue.Int(((int)Self(a).Date.DayOfWeek + 6) % 7)),
            new NativeFunction("isoweekday", "self, /", (_, a) => PyValue.Int(((int)Self(a).Date.DayOfWeek + 6) % 7 + 1)),
            new NativeFunction("toordinal", "self, /", (_, a) => PyValue.Int(Self(a).DayNumber + 1)),
            new NativeFunction("ctime", "self, /", (ctx, a) => ctx.Text(MomentFormat.Format(ctx, Self(a), "%c"))),
            new NativeFunction("timetuple", "self, /", (ctx, a) => TimeModule.Tuple(ctx, Self(a))),
            new NativeFunction("isocalendar", "self, /", (ctx, a) =>
            {
                var date = Self(a).Date.ToDateTime(TimeOnly.MinValue);
                var made = Classes.NamedTuples.Create(ctx, "IsoCalendarDate", ["year", "week", "weekday"], []);
                made.QualifiedName = "datetime.IsoCalendarDate";
                made.Name = "datetime.IsoCalendarDate";
                return ctx.Call(PyValue.Of(made), [PyValue.Int(ISOWeek.GetYear(date)), PyValue.Int(ISOWeek.GetWeekOfYear(date)), PyValue.Int(((int)date.DayOfWeek + 6) % 7 + 1)]);
            }));
        OnClass(type, "today", "cls, /", (ctx, a) => PyMoment.Make(ctx, KindOf(a[0]), KindOf(a[0]) == MomentKind.Date ? DateTimeModule.Now(ctx) / PyDelta.PerDay * PyDelta.PerDay : DateTimeModule.Now(ctx)));
        OnClass(type, "fromordinal", "cls, ordinal, /", (ctx, a) => PyMoment.Make(ctx, KindOf(a[0]), (Int128)(ctx.Int64(a[1]) - 1) * PyDelta.PerDay));
        OnClass(type, "fromtimestamp", "cls, timestamp, tz=None", FromTimestamp);
        OnClass(type, "fromisocalendar", "cls, year, week, day", (ctx, a) =>
            PyMoment.Make(ctx, KindOf(a[0]), DateOnly.FromDateTime(ISOWeek.ToDateTime((int)Math.Clamp(ctx.Int64(a[1]), 1, 9998), (int)Math.Clamp(ctx.Int64(a[2]), 1, 53), (DayOfWeek)(ctx.Int64(a[3]) % 7))).DayNumber * PyDelta.PerDay));
    }

    private static MomentKind KindOf(PyValue type) => type.Ref is PyType known && known.IsSubclassOf(PyMoment.DateTimeType) ? MomentKind.DateTime : MomentKind.Date;

    private static void DefineDateTimes()
    {
        var type = PyMoment.DateTimeType;
        type.Define(
            new NativeFunction("date", "self, /", (ctx, a) => PyMoment.Make(ctx, MomentKind.Date, Self(a).DayNumber * PyDelta.PerDay)),
            new NativeFunction("time", "self, /", (ctx, a) => PyMoment.Make(ctx, MomentKind.Time, Self(a).InDay)),
            new NativeFunction("timetz", "self, /", (ctx, a) => PyMoment.Make(ctx, MomentKind.Time, Self(a).InDay, Self(a).Zone)),
            new NativeFunction("timestamp", "self, /", (_, a) => PyValue.Float((Self(a).Universal - PyMoment.UnixEpoch) / 1e6)),
            new NativeFunction("astimezone", "self, tz=None", (ctx, a) =>
            {
                var zone = PyZone.From(ctx, a[1]) ?? PyZone.Utc;
                return PyMoment.Make(ctx, MomentKind.DateTime, (Int128)Self(a).Universal + zone.Offset, zone);
            }));
        OnClass(type, "now", "cls, tz=None", (ctx, a) => PyMoment.Make(ctx, MomentKind.DateTime, DateTimeModule.Now(ctx) + (PyZone.From(ctx, a[1])?.Offset ?? 0), PyZone.From(ctx, a[1])));
        OnClass(type, "utcnow", "cls, /", (ctx, _) => PyMoment.Make(ctx, MomentKind.DateTime, DateTimeModule.Now(ctx)));
        OnClass(type, "utcfromtimestamp", "cls, timestamp, /", (ctx, a) => FromTimestamp(ctx, [a[0], a[1], PyValue.None]));
        OnClass(type, "strptime", "cls, date_string, format, /", (ctx, a) =>
            MomentFormat.Parse(ctx, Given.Text(ctx, a[1], "strptime() argument 1 must be str"), Given.Text(ctx, a[2], "strptime() argument 2 must be str")));
        OnClass(type, "combine", "cls, date, time, tzinfo=None", (ctx, a) =>
        {
            if (a[1].Ref is not PyMoment { Kind: not MomentKind.Time } date || a[2].Ref is not PyMoment { Kind: MomentKind.Time } time) throw ctx.TypeError("combine() needs a date and a time");
            return PyMoment.Make(ctx, MomentKind.DateTime, date.DayNumber * PyDelta.PerDay + time.Microseconds, PyZone.From(ctx, a[3]) ?? time.Zone);
        });
    }

    private static PyValue FromTimestamp(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var seconds = NumberParsing.Real(ctx, a[1]);
        if (Math.Abs(seconds) > 1e12) throw ctx.ValueError($"year is out of range for timestamp {FloatText.Repr(seconds)}");
        var zone = PyZone.From(ctx, a[2]);
        var at = PyMoment.UnixEpoch + (Int128)Math.Round(seconds * 1e6, MidpointRounding.ToEven);
        if (KindOf(a[0]) == MomentKind.Date) return PyMoment.Make(ctx, MomentKind.Date, at / PyDelta.PerDay * PyDelta.PerDay);
        return PyMoment.Make(ctx, MomentKind.DateTime, at + (zone?.Offset ?? 0), zone);
    }

    private static PyValue Replace(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var self = Self(a);
        string[] names = ["year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo"];
        var fields = new PyValue[] { PyValue.Int(self.Date.Year), PyValue.Int(self.Date.Month), PyValue.Int(self.Date.Day), PyValue.Int(self.Hour), PyValue.Int(self.Minute), PyValue.Int(self.Second), PyValue.Int(self.Microsecond), self.Zone?.AsValue ?? PyValue.None };
        foreach (var (key, value) in ((PyDict)a[1].Ref!).ToPairs())
        {
            var index = Array.IndexOf(names, key.Text);
            var allowed = self.Kind switch { MomentKind.Date => index is >= 0 and < 3, MomentKind.Time => index >= 3, _ => index >= 0 };
            if (!allowed && key.Text != "fold") throw ctx.TypeError($"replace() got an unexpected keyword argument '{key.Text}'");
            if (allowed) fields[index] = value;
        }
        return DateTimeModule.FromFields(ctx, self.Kind, self.Kind == MomentKind.Time ? fields.AsSpan(3) : fields);
    }
}
