using System.Globalization;
using Punie.Python.Builtins;
using Punie.Python.Modules.Classes;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Dates;

/// <summary>The methods of dates, times and datetimes.</summary>
internal static class MomentMethods
{
    internal static void Define()
    {
        DefineFields();
        foreach (var type in new[] { PyMoment.DateType, PyMoment.TimeType, PyMoment.DateTimeType })
        {
            var kind = type == PyMoment.DateType
                ? MomentKind.Date : type == PyMoment.TimeType ? MomentKind.Time
                : MomentKind.DateTime;
            type.Define(
                new NativeFunction("strftime", "self, format", (ctx, a) =>
                    ctx.Text(
                        MomentFormat.Format(ctx, Self(a), Given.Text(ctx, a[1], "strftime() argument 1 must be str")))),
                kind == MomentKind.Time
                    ? new NativeFunction("isoformat", "self, timespec='auto'", (ctx, a) =>
                        ctx.Text(Self(a).IsoFormat(ctx, "T", ctx.Str(a[1]))))
                    : new NativeFunction("isoformat", kind == MomentKind.Date
                        ? "self, /"
                        : "self, sep='T', timespec='auto'", (ctx, a) =>
                            ctx.Text(Self(a)
                            .IsoFormat(ctx, a.Length > 1 ? ctx.Str(a[1]) : "T", a.Length > 2 ? ctx.Str(a[2]) : "auto"))));
            PyBoundNative.Define(type, "replace", "self, /, *args, **fields", Replace);
            OnClass(type, "fromisoformat", "cls, text, /", (ctx, a) =>
                IsoText.Parse(ctx,
                (ctx.Unwrap(a[1]).Ref as string ?? throw ctx.TypeError("fromisoformat: argument must be str")), kind));
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

    /// <summary>A moment as an instance of a program's own class of moments.</summary>
    internal static PyValue As(RunContext ctx, PyValue type, PyValue made)
    {
        if (type.Ref is not PyType { IsUserDefined: true } || made.Ref is not PyMoment moment) return made;
        var fields = Fields(moment);
        PyValue[] wanted =
            moment.Kind switch { MomentKind.Date => fields[..3], MomentKind.Time => fields[3..8], _ => fields[..8] };
        return ctx.Call(type, wanted);
    }

    private static PyMoment Self(ReadOnlySpan<PyValue> a) => (PyMoment)a[0].Ref!;

    private static PyValue[] Fields(PyMoment m) =>
    [
        PyValue.Int(m.Date.Year), PyValue.Int(m.Date.Month), PyValue.Int(m.Date.Day), PyValue.Int(m.Hour),
        PyValue.Int(m.Minute),
        PyValue.Int(m.Second), PyValue.Int(m.Microsecond), m.Zone?.Given ?? PyValue.None, PyValue.Int(m.Fold),
    ];

    private static void OnClass(PyType type, string name, string signature, NativeCall body) =>
        type.Define(name,
            PyValue.Of(
                new PyClassMethod(
                    PyValue.Of(new NativeFunction(name, signature, (ctx, a) => As(ctx, a[0], body(ctx, a)))))));

    private static void Add(PyType[] types, string name, Func<PyMoment, PyValue> read)
    {
        foreach (var type in types)
            type.Define(name,
                PyValue.Of(
                    new NativeProperty(name, (_, self) =>
                        read((PyMoment)self.Ref!))
                    {
                        NotSettable =
                    $"attribute '{name}' of '{type.DisplayName}' objects is not writable"
                    }));
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
        Add(clocks, "tzinfo", m => m.Zone?.Given ?? PyValue.None);
        Add(clocks, "fold", m => PyValue.Int(m.Fold));
        foreach (var type in clocks)
        {
            type.Define(
                new NativeFunction("utcoffset", "self, /", (ctx, a) => Delta(ctx, Self(a).AskZone(ctx, "utcoffset"))),
                new NativeFunction("tzname", "self, /", (ctx, a) =>
                    Self(a).ZoneName(ctx) is { } name ? ctx.Text(name) : PyValue.None),
                new NativeFunction("dst", "self, /", (ctx, a) => Delta(ctx, Self(a).AskZone(ctx, "dst"))));
        }
    }

    private static PyValue Delta(RunContext ctx, long? microseconds) =>
        microseconds is { } known ? PyDelta.Make(ctx, known) : PyValue.None;

    private static void DefineDates()
    {
        var type = PyMoment.DateType;
        type.Define(
            new NativeFunction("weekday", "self, /", (_, a) => PyValue.Int(((int)Self(a).Date.DayOfWeek + 6) % 7)),
            new NativeFunction("isoweekday", "self, /", (_, a) =>
                PyValue.Int(((int)Self(a).Date.DayOfWeek + 6) % 7 + 1)),
            new NativeFunction("toordinal", "self, /", (_, a) => PyValue.Int(Self(a).DayNumber + 1)),
            new NativeFunction("ctime", "self, /", (ctx, a) => ctx.Text(MomentFormat.Format(ctx, Self(a), "%c"))),
            new NativeFunction("timetuple", "self, /", (ctx, a) =>
                TimeModule.Tuple(ctx, Self(a), Self(a).AskZone(ctx, "dst") is { } saving ? Math.Sign(saving) : -1)),
            new NativeFunction("isocalendar", "self, /", (ctx, a) =>
            {
                var date = Self(a).Date.ToDateTime(TimeOnly.MinValue);
                var made = Classes.NamedTuples.Create(ctx, "IsoCalendarDate", ["year", "week", "weekday"], []);
                made.QualifiedName = "datetime.IsoCalendarDate";
                made.Name = "datetime.IsoCalendarDate";
                return ctx.Call(PyValue.Of(made),
                    [PyValue.Int(ISOWeek.GetYear(date)), PyValue.Int(ISOWeek.GetWeekOfYear(date)),
                    PyValue.Int(((int)date.DayOfWeek + 6) % 7 + 1)]);
            }));
        OnClass(type, "today", "cls, /", (ctx, a) =>
            PyMoment.Make(ctx, KindOf(a[0]), KindOf(a[0]) == MomentKind.Date
            ? DateTimeModule.Now(ctx) / PyDelta.PerDay * PyDelta.PerDay
            : DateTimeModule.Now(ctx)));
        OnClass(type, "fromordinal", "cls, ordinal, /", (ctx, a) =>
            PyMoment.Make(ctx, KindOf(a[0]),
            (Int128)((ctx.Int64(a[1]) is > 0 and var days
            ? days
            : throw ctx.ValueError("ordinal must be >= 1")) - 1) * PyDelta.PerDay));
        OnClass(type, "fromtimestamp", "cls, timestamp, tz=None", FromTimestamp);
        OnClass(type, "fromisocalendar", "cls, year, week, day", (ctx, a) =>
            PyMoment.Make(ctx, KindOf(a[0]), FromWeek(ctx, ctx.Int64(a[1]), ctx.Int64(a[2]), ctx.Int64(a[3]))));
    }

    /// <summary>Microseconds of an ISO week date, which is checked.</summary>
    internal static long FromWeek(RunContext ctx, long year, long week, long day)
    {
        if (year is < 1 or > 9999) throw ctx.ValueError($"Year is out of range: {year}");
        if (week < 1 || week > ISOWeek.GetWeeksInYear((int)year)) throw ctx.ValueError($"Invalid week: {week}");
        if (day is < 1 or > 7) throw ctx.ValueError($"Invalid day: {day} (range is [1, 7])");
        var fourth = new DateOnly((int)year, 1, 4);
        var days = fourth.DayNumber - ((int)fourth.DayOfWeek + 6) % 7 + (week - 1) * 7 + day - 1;
        return days >= 0 && days < PyMoment.Limit / PyDelta.PerDay
            ? days * PyDelta.PerDay
            : throw ctx.ValueError($"Year is out of range: {year}");
    }

    private static MomentKind KindOf(PyValue type) =>
        type.Ref is PyType known && known.IsSubclassOf(PyMoment.DateTimeType) ? MomentKind.DateTime : MomentKind.Date;

    private static void DefineDateTimes()
    {
        var type = PyMoment.DateTimeType;
        type.Define(
            new NativeFunction("date", "self, /", (ctx, a) =>
                PyMoment.Make(ctx, MomentKind.Date, Self(a).DayNumber * PyDelta.PerDay)),
            new NativeFunction("time", "self, /", (ctx, a) =>
                PyMoment.Make(ctx, MomentKind.Time, Self(a).InDay, fold: Self(a).Fold)),
            new NativeFunction("timetz", "self, /", (ctx, a) =>
                PyMoment.Make(ctx, MomentKind.Time, Self(a).InDay, Self(a).Zone, Self(a).Fold)),
            new NativeFunction("utctimetuple", "self, /", (ctx, a) =>
                TimeModule.Tuple(ctx,
                new PyMoment(MomentKind.DateTime, Math.Clamp(Self(a).Universal, 0, PyMoment.Limit - 1)), 0)),
            new NativeFunction("timestamp", "self, /", (_, a) =>
                PyValue.Float((Self(a).Universal - PyMoment.UnixEpoch) / 1e6)),
            new NativeFunction("astimezone", "self, tz=None", (ctx, a) =>
                ZoneRules.InZone(ctx, Self(a).Universal, PyZone.From(ctx, a[1]) ?? PyZone.Utc)));
        OnClass(type, "now", "cls, tz=None", (ctx, a) =>
            ZoneRules.InZone(ctx, DateTimeModule.Now(ctx), PyZone.From(ctx, a[1])));
        OnClass(type, "utcnow", "cls, /", (ctx, _) => PyMoment.Make(ctx, MomentKind.DateTime, DateTimeModule.Now(ctx)));
        OnClass(type, "utcfromtimestamp", "cls, timestamp, /", (ctx, a) =>
            FromTimestamp(ctx, [a[0], a[1], PyValue.None]));
        OnClass(type, "strptime", "cls, date_string, format, /", (ctx, a) =>
            PyValue.Of(
                MomentReader.Read(ctx, Given.Text(ctx, a[1], "strptime() argument 1 must be str"),
                Given.Text(ctx, a[2], "strptime() argument 2 must be str"))));
        OnClass(type, "combine", "cls, date, time, tzinfo=?", (ctx, a) =>
        {
            if (ctx.Unwrap(a[1]).Ref is not PyMoment { Kind: not MomentKind.Time } date)
                throw ctx.TypeError($"combine() argument 1 must be datetime.date, not {a[1].TypeName}");
            if (ctx.Unwrap(a[2]).Ref is not PyMoment { Kind: MomentKind.Time } time)
                throw ctx.TypeError($"combine() argument 2 must be datetime.time, not {a[2].TypeName}");
            return PyMoment.Make(ctx, MomentKind.DateTime, date.DayNumber * PyDelta.PerDay + time.Microseconds,
                a[3].IsUnbound ? time.Zone : PyZone.From(ctx, a[3]), time.Fold);
        });
    }

    private static PyValue FromTimestamp(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var seconds = NumberParsing.Real(ctx, a[1]);
        if (Math.Abs(seconds) > 1e12)
            throw ctx.ValueError($"year is out of range for timestamp {FloatText.Repr(seconds)}");
        var zone = PyZone.From(ctx, a[2]);
        var at = PyMoment.UnixEpoch + (Int128)Math.Round(seconds * 1e6, MidpointRounding.ToEven);
        if (KindOf(a[0]) == MomentKind.Date)
            return PyMoment.Make(ctx, MomentKind.Date, at / PyDelta.PerDay * PyDelta.PerDay);
        return ZoneRules.InZone(ctx, at, zone);
    }

    private static PyValue Replace(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var self = (PyMoment)ctx.Unwrap(a[0]).Ref!;
        string[] names = ["year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"];
        var (first, end) = self.Kind switch { MomentKind.Date => (0, 3), MomentKind.Time => (3, 9), _ => (0, 9) };
        var fields = Fields(self);
        var given = ((PyTuple)a[1].Ref!).Items;
        if (given.Length > end - first - (end == 9 ? 1 : 0))
            throw ctx.TypeError($"replace() takes at most {end - first} arguments ({given.Length} given)");
        given.CopyTo(fields.AsSpan(first));
        foreach (var (key, value) in ((PyDict)a[2].Ref!).ToPairs())
        {
            var index = Array.IndexOf(names, key.Text);
            if (index < first || index >= end)
                throw ctx.TypeError($"replace() got an unexpected keyword argument '{key.Text}'");
            fields[index] = value;
        }
        return As(ctx, PyValue.Of(a[0].Type),
            DateTimeModule.FromFields(ctx, self.Kind, self.Kind == MomentKind.Time ? fields.AsSpan(3) : fields));
    }
}
