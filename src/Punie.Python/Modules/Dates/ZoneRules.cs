using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Dates;

/// <summary>Zones that a program wrote: classes derived from <c>tzinfo</c>.</summary>
internal static class ZoneRules
{
    internal static void Define()
    {
        PyZone.BaseType.MakesDerivedInstances = true;
        PyZone.BaseType.New = (ctx, type, _) => ctx.New(new PyInstance(type), 96);
        foreach (var name in new[] { "utcoffset", "tzname", "dst" })
        {
            PyZone.BaseType.Define(new NativeFunction(name, "self, dt, /", (ctx, _) =>
                throw ctx.Error(ExceptionTypes.NotImplementedError, $"a tzinfo subclass must implement {name}()")));
        }
        PyZone.BaseType.Define(new NativeFunction("fromutc", "self, dt, /", FromUtc));
    }

    /// <summary>A zone with the offset that it has at a local time.</summary>
    internal static PyZone? At(RunContext ctx, PyZone? zone, (MomentKind Kind, long Microseconds, int Fold) local)
    {
        if (zone is null || zone.Custom.IsUnbound) return zone;
        var moment = local.Kind == MomentKind.Time
            ? PyValue.None
            : PyValue.Of(new PyMoment(local.Kind, local.Microseconds, zone) { Fold = local.Fold });
        var mark = ctx.Mark();
        try
        {
            var offset = Offset(ctx, zone.Custom, "utcoffset", moment);
            return PyZone.OfProgram(zone.Custom, offset ?? 0, hasOffset: offset is not null);
        }
        catch (PyRaise)
        {
            // The error comes again when the program asks for the offset.
            ctx.Unwind(mark);
            return PyZone.OfProgram(zone.Custom, 0, hasOffset: false);
        }
    }

    /// <summary>What <c>utcoffset</c> or <c>dst</c> gives, in microseconds; null for None.</summary>
    internal static long? Offset(RunContext ctx, PyValue zone, string method, PyValue moment)
    {
        var given = ctx.CallMethod(zone, method, moment);
        if (given.IsNone) return null;
        if (ctx.Unwrap(given).Ref is not PyDelta delta)
            throw ctx.TypeError($"tzinfo.{method}() must return None or timedelta, not '{given.TypeName}'");
        return Int128.Abs(delta.Microseconds) < PyDelta.PerDay
            ? (long)delta.Microseconds
            : throw ctx.ValueError(
                $"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not "
                + $"{delta.Repr(ctx)}.");
    }

    /// <summary>A moment given in UTC, in a zone.</summary>
    internal static PyValue InZone(RunContext ctx, Int128 universal, PyZone? zone)
    {
        if (zone is null || zone.Custom.IsUnbound)
            return PyMoment.Make(ctx, MomentKind.DateTime, universal + (zone?.Offset ?? 0), zone);
        return ctx.CallMethod(zone.Custom, "fromutc", PyMoment.Make(ctx, MomentKind.DateTime, universal, zone));
    }

    // The standard offset first, then what daylight saving adds at the time that gives.
    private static PyValue FromUtc(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (ctx.Unwrap(a[1]).Ref is not PyMoment { Kind: MomentKind.DateTime } moment)
            throw ctx.TypeError("fromutc: argument must be a datetime");
        if (moment.Zone is null || !ReferenceEquals(moment.Zone.Given.Ref, a[0].Ref))
            throw ctx.ValueError("fromutc: dt.tzinfo is not self");
        var offset = Offset(ctx, a[0], "utcoffset", a[1])
            ?? throw ctx.ValueError("fromutc: non-None utcoffset() result required");
        var saving = Offset(ctx, a[0], "dst", a[1]) ?? throw ctx.ValueError("fromutc: non-None dst() result required");
        if (offset == saving)
            return PyMoment.Make(ctx, MomentKind.DateTime, (Int128)moment.Microseconds + offset, moment.Zone);
        var standard =
            PyMoment.Make(ctx, MomentKind.DateTime, (Int128)moment.Microseconds + offset - saving, moment.Zone);
        saving = Offset(ctx, a[0], "dst", standard)
            ?? throw ctx.ValueError("fromutc(): dt.dst gave inconsistent results; cannot convert");
        return PyMoment.Make(ctx, MomentKind.DateTime, (Int128)((PyMoment)standard.Ref!).Microseconds + saving,
            moment.Zone);
    }
}
