using System.Globalization;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules.Dates;

/// <summary>Which of the three types a moment is.</summary>
internal enum MomentKind
{
    /// <summary><c>date</c>.</summary>
    Date,

    /// <summary><c>time</c>.</summary>
    Time,

    /// <summary><c>datetime</c>.</summary>
    DateTime,
}

/// <summary>
/// A <c>date</c>, <c>time</c> or <c>datetime</c>: microseconds since the start of year 1 (of the day for times), in
/// local terms.
/// </summary>
internal sealed class PyMoment(MomentKind kind, long microseconds, PyZone? zone = null) : PyObject(TypeOf(kind))
{
    internal static readonly PyType DateType = PyType.Native("date", "datetime");
    internal static readonly PyType TimeType = PyType.Native("time", "datetime");
    internal static readonly PyType DateTimeType = PyType.Native("datetime", "datetime", DateType);

    internal const long Limit = 3652059L * PyDelta.PerDay;
    internal const long UnixEpoch = 719162L * PyDelta.PerDay;

    internal MomentKind Kind { get; } = kind;

    internal long Microseconds { get; } = microseconds;

    internal PyZone? Zone { get; } = zone;

    /// <summary>1 for the second of two equal local times.</summary>
    internal int Fold { get; init; }

    private bool IsAware => Zone is { HasOffset: true };

    /// <summary>Days since 1 January of year 1.</summary>
    internal int DayNumber => (int)(Microseconds / PyDelta.PerDay);

    internal DateOnly Date => DateOnly.FromDayNumber(Kind == MomentKind.Time ? 0 : DayNumber);

    internal long InDay => Microseconds % PyDelta.PerDay;

    internal int Hour => (int)(InDay / (3600 * PyDelta.PerSecond));

    internal int Minute => (int)(InDay / (60 * PyDelta.PerSecond) % 60);

    internal int Second => (int)(InDay / PyDelta.PerSecond % 60);

    internal int Microsecond => (int)(InDay % PyDelta.PerSecond);

    /// <summary>The same moment in UTC, in microseconds.</summary>
    internal long Universal => Microseconds - (Zone?.Offset ?? 0);

    internal static PyValue Make(RunContext ctx, MomentKind kind, Int128 microseconds, PyZone? zone = null,
        int fold = 0)
    {
        if (microseconds < 0 || microseconds >= Limit) throw ctx.OverflowError("date value out of range");
        var local = (long)microseconds;
        return ctx.New(new PyMoment(kind, local, ZoneRules.At(ctx, zone, (kind, local, fold))) { Fold = fold }, 64);
    }

    /// <summary>Microseconds from calendar fields, which are checked.</summary>
    internal static long FromDate(RunContext ctx, long year, long month, long day)
    {
        if (year is < 1 or > 9999) throw ctx.ValueError($"year {year} is out of range");
        if (month is < 1 or > 12) throw ctx.ValueError("month must be in 1..12");
        if (day < 1 || day > DateTime.DaysInMonth((int)year, (int)month))
            throw ctx.ValueError("day is out of range for month");
        return new DateOnly((int)year, (int)month, (int)day).DayNumber * PyDelta.PerDay;
    }

    /// <summary>Microseconds from clock fields, which are checked.</summary>
    internal static long FromTime(RunContext ctx, long hour, long minute, (long Second, long Microsecond) rest)
    {
        if (hour is < 0 or > 23) throw ctx.ValueError("hour must be in 0..23");
        if (minute is < 0 or > 59) throw ctx.ValueError("minute must be in 0..59");
        if (rest.Second is < 0 or > 59) throw ctx.ValueError("second must be in 0..59");
        if (rest.Microsecond is < 0 or > 999999) throw ctx.ValueError("microsecond must be in 0..999999");
        return ((hour * 60 + minute) * 60 + rest.Second) * PyDelta.PerSecond + rest.Microsecond;
    }

    /// <summary>What the zone's <c>utcoffset</c> or <c>dst</c> gives; null without a zone, or for None.</summary>
    internal long? AskZone(RunContext ctx, string method)
    {
        if (Zone is null) return null;
        if (Zone.Custom.IsUnbound) return method == "dst" ? null : Zone.Offset;
        return ZoneRules.Offset(ctx, Zone.Custom, method, Kind == MomentKind.Time ? PyValue.None : AsValue);
    }

    /// <summary>Null without a zone, or where it has no name.</summary>
    internal string? ZoneName(RunContext ctx)
    {
        if (Zone is null || Zone.Custom.IsUnbound) return Zone?.Name;
        var name = ctx.CallMethod(Zone.Custom, "tzname", Kind == MomentKind.Time ? PyValue.None : AsValue);
        if (name.IsNone) return null;
        return ctx.Unwrap(name).Ref as string
            ?? throw ctx.TypeError($"tzinfo.tzname() must return None or a string, not '{name.TypeName}'");
    }

    internal override long Hash(RunContext ctx) => Hashing.OfInt(!IsAware ? Microseconds ^ (int)Kind : Universal);

    internal override bool HasOwnText => true;

    internal override string Text(RunContext ctx) => IsoFormat(ctx, " ", "auto");

    internal override string Format(RunContext ctx, string spec) =>
        spec.Length == 0 ? Text(ctx) : MomentFormat.Format(ctx, this, spec);

    internal override string Repr(RunContext ctx)
    {
        var fields = new List<int>();
        if (Kind != MomentKind.Time) fields.AddRange([Date.Year, Date.Month, Date.Day]);
        if (Kind != MomentKind.Date)
        {
            fields.AddRange([Hour, Minute]);
            if (Second != 0 || Microsecond != 0) fields.Add(Second);
            if (Microsecond != 0) fields.Add(Microsecond);
        }
        var zoneText = (Fold == 0 ? "" : ", fold=1") + (Zone is null ? "" : $", tzinfo={ctx.Repr(Zone.Given)}");
        return $"datetime.{Type.Name}({string.Join(", ", fields.Select(f => f.ToString(CultureInfo.InvariantCulture)))}{zoneText})";
    }

    internal string IsoFormat(RunContext ctx, string separator, string precision)
    {
        var date = string.Create(CultureInfo.InvariantCulture, $"{Date.Year:0000}-{Date.Month:00}-{Date.Day:00}");
        if (Kind == MomentKind.Date) return date;
        var time = precision switch
        {
            "hours" => string.Create(CultureInfo.InvariantCulture, $"{Hour:00}"),
            "minutes" => string.Create(CultureInfo.InvariantCulture, $"{Hour:00}:{Minute:00}"),
            "milliseconds" =>
                string.Create(CultureInfo.InvariantCulture,
                $"{Hour:00}:{Minute:00}:{Second:00}.{Microsecond / 1000:000}"),
            "microseconds" =>
                string.Create(CultureInfo.InvariantCulture, $"{Hour:00}:{Minute:00}:{Second:00}.{Microsecond:000000}"),
            "auto" when Microsecond != 0 =>
                string.Create(CultureInfo.InvariantCulture, $"{Hour:00}:{Minute:00}:{Second:00}.{Microsecond:000000}"),
            "auto" or "seconds" => string.Create(CultureInfo.InvariantCulture, $"{Hour:00}:{Minute:00}:{Second:00}"),
            _ => throw ctx.ValueError("Unknown timespec value"),
        };
        // A zone without an offset is asked again, so that its error is told.
        if (Zone is { HasOffset: false }) AskZone(ctx, "utcoffset");
        if (IsAware) time += PyZone.OffsetText(Zone!.Offset);
        return Kind == MomentKind.Time ? time : date + separator + time;
    }

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other)
    {
        other = ctx.Unwrap(other);
        if (other.Ref is not PyMoment right || right.Kind != Kind) return NotComparable(ctx, op, other);
        if (HasSameZone(right)) return PyValue.Bool(op.Holds(Microseconds.CompareTo(right.Microseconds)));
        if (IsAware != right.IsAware)
        {
            if (op is CompareOperator.Eq or CompareOperator.NotEq) return PyValue.Bool(op == CompareOperator.NotEq);
            throw ctx.TypeError(
                $"can't compare offset-naive and offset-aware {(Kind == MomentKind.Time ? "times" : "datetimes")}");
        }
        return PyValue.Bool(op.Holds(Universal.CompareTo(right.Universal)));
    }

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (Kind == MomentKind.Time) return PyValue.NotImplemented;
        if (other.Ref is PyDelta delta)
        {
            var step = Kind == MomentKind.Date ? FloorDay(delta.Microseconds) : delta.Microseconds;
            if (op == BinaryOperator.Add) return Make(ctx, Kind, Microseconds + step, Zone);
            return op == BinaryOperator.Sub && !reflected
                ? Make(ctx, Kind, Kind == MomentKind.Date ? Microseconds - step : Microseconds - delta.Microseconds, Zone)
                : PyValue.NotImplemented;
        }
        if (op != BinaryOperator.Sub || reflected || ctx.Unwrap(other).Ref is not PyMoment right || right.Kind != Kind)
            return PyValue.NotImplemented;
        if (HasSameZone(right)) return PyDelta.Make(ctx, (Int128)Microseconds - right.Microseconds);
        if (IsAware != right.IsAware) throw ctx.TypeError("can't subtract offset-naive and offset-aware datetimes");
        return PyDelta.Make(ctx, (Int128)Universal - right.Universal);
    }

    // One tzinfo object: local times count, whatever its offsets are.
    private bool HasSameZone(PyMoment other) => ReferenceEquals(Zone?.Given.Ref, other.Zone?.Given.Ref);

    private static PyType TypeOf(MomentKind kind) => kind switch
    {
        MomentKind.Date => DateType,
        MomentKind.Time => TimeType,
        MomentKind.DateTime => DateTimeType,
    };

    private static Int128 FloorDay(Int128 value) =>
        (value >= 0 ? value / PyDelta.PerDay : -((-value + PyDelta.PerDay - 1) / PyDelta.PerDay)) * PyDelta.PerDay;

    private PyValue NotComparable(RunContext ctx, CompareOperator op, PyValue other)
    {
        if (op is CompareOperator.Eq or CompareOperator.NotEq || other.Ref is not PyMoment)
            return PyValue.NotImplemented;
        // A date is asked by a datetime, which is a kind of it.
        var (asking, asked) = other.Type != Type && other.Type.IsSubclassOf(Type)
            ? (other.Type, Type)
            : (Type, other.Type);
        throw ctx.TypeError($"can't compare {asking.DisplayName} to {asked.DisplayName}");
    }
}
