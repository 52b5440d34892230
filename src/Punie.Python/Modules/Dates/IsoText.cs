using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Dates;

/// <summary>Reads ISO 8601 dates and times, as <c>fromisoformat</c> does.</summary>
internal static class IsoText
{
    internal static PyValue Parse(RunContext ctx, string text, MomentKind kind)
    {
        var at = 0;
        long date = 0, time = 0;
        PyZone? zone = null;
        var fits = kind == MomentKind.Time || TryDate(ctx, text, ref at, out date);
        if (fits && kind == MomentKind.DateTime && at < text.Length) at++;
        if (fits && kind == MomentKind.Time && at < text.Length && text[at] == 'T') at++;
        if (fits && kind != MomentKind.Date && (at < text.Length || kind == MomentKind.Time))
            fits = TryTime(ctx, text, ref at, out time);
        if (fits && kind != MomentKind.Date && at < text.Length)
        {
            fits = TryZone(text, ref at, out var offset);
            zone = offset == 0 ? PyZone.Utc : new PyZone(offset, null);
        }
        if (!fits || at != text.Length) throw ctx.ValueError($"Invalid isoformat string: {StringText.Repr(text)}");
        return PyMoment.Make(ctx, kind, (Int128)date + time, zone);
    }

    /// <summary><c>Z</c>, <c>+02:00</c>, <c>+0200</c> or <c>+02</c>.</summary>
    internal static bool TryZone(string text, ref int at, out long offset)
    {
        offset = 0;
        if (at >= text.Length) return false;
        var sign = text[at++];
        if (sign is 'Z' or 'z') return true;
        if (sign is not ('+' or '-') || !Digits(text, ref at, 2, out var hours)) return false;
        long minutes = 0, seconds = 0;
        var colon = at < text.Length && text[at] == ':';
        if (colon) at++;
        if (at < text.Length && !Digits(text, ref at, 2, out minutes)) return false;
        if (at < text.Length && (text[at] == ':') == colon)
        {
            if (colon) at++;
            if (!Digits(text, ref at, 2, out seconds)) return false;
        }
        offset = ((hours * 60 + minutes) * 60 + seconds) * PyDelta.PerSecond * (sign == '-' ? -1 : 1);
        return hours < 24 && minutes < 60 && seconds < 60;
    }

    private static bool TryDate(RunContext ctx, string text, ref int at, out long date)
    {
        date = 0;
        if (!Digits(text, ref at, 4, out var year)) return false;
        var dashes = at < text.Length && text[at] == '-';
        if (dashes) at++;
        if (at < text.Length && text[at] == 'W') return TryWeek(text, ref at, (year, dashes), out date);
        if (!Digits(text, ref at, 2, out var month) || (dashes && (at >= text.Length || text[at++] != '-'))
            || !Digits(text, ref at, 2, out var day)) return false;
        date = PyMoment.FromDate(ctx, year, month, day);
        return true;
    }

    private static bool TryWeek(string text, ref int at, (long Year, bool Dashes) start, out long date)
    {
        date = 0;
        at++;
        long day = 1;
        if (!Digits(text, ref at, 2, out var week) || week is < 1 or > 53) return false;
        if (start.Dashes && at < text.Length && text[at] == '-') at++;
        if (at < text.Length && char.IsAsciiDigit(text[at]) && !Digits(text, ref at, 1, out day)) return false;
        if (day is < 1 or > 7 || start.Year is < 1 or > 9999) return false;
        var fourth = new DateOnly((int)start.Year, 1, 4);
        var days = fourth.DayNumber - ((int)fourth.DayOfWeek + 6) % 7 + (week - 1) * 7 + day - 1;
        date = days * PyDelta.PerDay;
        return days >= 0 && week <= System.Globalization.ISOWeek.GetWeeksInYear((int)start.Year);
    }

    private static bool TryTime(RunContext ctx, string text, ref int at, out long time)
    {
        time = 0;
        long minute = 0, second = 0, microsecond = 0;
        if (!Digits(text, ref at, 2, out var hour)) return false;
        var colons = at < text.Length && text[at] == ':';
        if (More(text, ref at, colons) && !Digits(text, ref at, 2, out minute)) return false;
        if (More(text, ref at, colons) && !Digits(text, ref at, 2, out second)) return false;
        if (at < text.Length && text[at] is '.' or ',')
        {
            var start = ++at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                if (at - start < 6) microsecond = microsecond * 10 + (text[at] - '0');
                at++;
            }
            if (at == start) return false;
            for (var digits = at - start; digits < 6; digits++) microsecond *= 10;
        }
        time = PyMoment.FromTime(ctx, hour, minute, (second, microsecond));
        return true;
    }

    private static bool More(string text, ref int at, bool colons)
    {
        if (at >= text.Length) return false;
        if (!colons) return char.IsAsciiDigit(text[at]);
        if (text[at] != ':') return false;
        at++;
        return true;
    }

    private static bool Digits(string text, ref int at, int count, out long value)
    {
        value = 0;
        for (var i = 0; i < count; i++, at++)
        {
            if (at >= text.Length || !char.IsAsciiDigit(text[at])) return false;
            value = value * 10 + (text[at] - '0');
        }
        return true;
    }
}
