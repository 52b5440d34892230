using System.Globalization;
using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Dates;

/// <summary><c>strftime</c> and <c>strptime</c>, in English whatever the host's language is.</summary>
internal static class MomentFormat
{
    private static readonly DateTimeFormatInfo Names = CultureInfo.InvariantCulture.DateTimeFormat;

    internal static string Format(RunContext ctx, PyMoment moment, string format)
    {
        var text = new MeteredText(ctx);
        for (var i = 0; i < format.Length; i++)
        {
            ctx.Step();
            if (format[i] != '%' || i + 1 >= format.Length)
            {
                text.Append(format[i]);
                continue;
            }
            var plain = format[++i] == '-' && i + 1 < format.Length;
            if (plain) i++;
            var part = Directive(ctx, moment, format[i]);
            text.Append(plain ? part.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0" : part);
        }
        return text.ToString();
    }

    internal static PyValue Parse(RunContext ctx, string text, string format)
    {
        var fields = new ParsedMoment();
        var at = 0;
        for (var i = 0; i < format.Length; i++)
        {
            ctx.Step();
            if (char.IsWhiteSpace(format[i]))
            {
                while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
                continue;
            }
            var fits = format[i] != '%' || i + 1 >= format.Length
                ? at < text.Length && char.ToLowerInvariant(text[at]) == char.ToLowerInvariant(format[i]) && ++at > 0
                : Known(ctx, format[++i], format) && fields.Take(format[i], text, ref at);
            if (!fits) throw ctx.ValueError($"time data {StringText.Repr(text)} does not match format {StringText.Repr(format)}");
        }
        if (at < text.Length) throw ctx.ValueError($"unconverted data remains: {text[at..]}");
        return fields.ToMoment(ctx);
    }

    private static bool Known(RunContext ctx, char directive, string format) => "YmdHMSfyjbBaApIzZ%hcxXwuTDF".Contains(directive, StringComparison.Ordinal)
        ? true
        : throw ctx.ValueError($"'{directive}' is a bad directive in format {StringText.Repr(format)}");

    private static string Directive(RunContext ctx, PyMoment moment, char directive)
    {
        var date = moment.Date;
        var sunday = (int)date.DayOfWeek;
        var hour = moment.Hour % 12 == 0 ? 12 : moment.Hour % 12;
        return directive switch
        {
            'Y' => Digits(date.Year, 1),
            'm' => Digits(date.Month, 2),
            'd' => Digits(date.Day, 2),
            'e' => date.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2),
            'H' => Digits(moment.Hour, 2),
            'M' => Digits(moment.Minute, 2),
            'S' => Digits(moment.Second, 2),
            'f' => Digits(moment.Microsecond, 6),
            'y' => Digits(date.Year % 100, 2),
            'C' => Digits(date.Year / 100, 2),
            'j' => Digits(date.DayOfYear, 3),
            'a' => Names.AbbreviatedDayNames[sunday],
            'A' => Names.DayNames[sunday],
            'b' or 'h' => Names.AbbreviatedMonthNames[date.Month - 1],
            'B' => Names.MonthNames[date.Month - 1],
            'p' => moment.Hour < 12 ? "AM" : "PM",
            'I' => Digits(hour, 2),
            'w' => Digits(sunday, 1),
            'u' => Digits(sunday == 0 ? 7 : sunday, 1),
            'U' => Digits((date.DayOfYear + 6 - sunday) / 7, 2),
            'W' => Digits((date.DayOfYear + 6 - (sunday + 6) % 7) / 7, 2),
            'V' => Digits(ISOWeek.GetWeekOfYear(date.ToDateTime(TimeOnly.MinValue)), 2),
            'G' => Digits(ISOWeek.GetYear(date.ToDateTime(TimeOnly.MinValue)), 1),
            'z' => moment.Zone is null ? "" : PyZone.OffsetText(moment.Zone.Offset, ""),
            'Z' => moment.Zone?.Name ?? "",
            's' => Digits((moment.Universal - PyMoment.UnixEpoch) / PyDelta.PerSecond, 1),
            'n' => "\n",
            't' => "\t",
            '%' => "%",
            'c' => Format(ctx, moment, "%a %b %e %H:%M:%S %Y"),
            'x' or 'D' => Format(ctx, moment, "%m/%d/%y"),
            'X' or 'T' => Format(ctx, moment, "%H:%M:%S"),
            'R' => Format(ctx, moment, "%H:%M"),
            'F' => Format(ctx, moment, "%Y-%m-%d"),
            'r' => Format(ctx, moment, "%I:%M:%S %p"),
            _ => "%" + directive,
        };
    }

    private static string Digits(long value, int width) => value.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
}

/// <summary>What <c>strptime</c> has read so far.</summary>
internal sealed class ParsedMoment
{
    private static readonly DateTimeFormatInfo Names = CultureInfo.InvariantCulture.DateTimeFormat;

    private long _year = 1900;
    private long _month = 1;
    private long _day = 1;
    private long _hour;
    private long _minute;
    private long _second;
    private long _microsecond;
    private long _dayOfYear = -1;
    private bool? _afternoon;
    private PyZone? _zone;

    internal bool Take(char directive, string text, ref int at)
    {
        switch (directive)
        {
            case 'Y': return Number(text, ref at, 4, 4, out _year);
            case 'm': return Number(text, ref at, 1, 2, out _month) && _month is >= 1 and <= 12;
            case 'd': return Number(text, ref at, 1, 2, out _day) && _day is >= 1 and <= 31;
            case 'H' or 'I': return Number(text, ref at, 1, 2, out _hour) && _hour <= (directive == 'H' ? 23 : 12) && (directive == 'H' || _hour > 0);
            case 'M': return Number(text, ref at, 1, 2, out _minute) && _minute <= 59;
            case 'S': return Number(text, ref at, 1, 2, out _second) && _second <= 61;
            case 'j': return Number(text, ref at, 1, 3, out _dayOfYear) && _dayOfYear is >= 1 and <= 366;
            case 'w' or 'u': return Number(text, ref at, 1, 1, out _);
            case 'f': return Fraction(text, ref at);
            case 'y':
                if (!Number(text, ref at, 2, 2, out var year)) return false;
                _year = year + (year < 69 ? 2000 : 1900);
                return true;
            case 'b' or 'h': return Name(text, ref at, Names.AbbreviatedMonthNames, out _month);
            case 'B': return Name(text, ref at, Names.MonthNames, out _month);
            case 'a': return Name(text, ref at, Names.AbbreviatedDayNames, out _);
            case 'A': return Name(text, ref at, Names.DayNames, out _);
            case 'p':
                if (!Name(text, ref at, ["AM", "PM"], out var half)) return false;
                _afternoon = half == 2;
                return true;
            case 'z': return Zone(text, ref at);
            case 'Z': return Name(text, ref at, ["UTC", "GMT"], out _);
            case 'T' or 'X': return All("H:M:S", text, ref at);
            case 'D' or 'x': return All("m/d/y", text, ref at);
            case 'F': return All("Y-m-d", text, ref at);
            case '%': return at < text.Length && text[at++] == '%';
            default: return false;
        }
    }

    internal PyValue ToMoment(RunContext ctx)
    {
        var hour = _afternoon is { } afternoon ? _hour % 12 + (afternoon ? 12 : 0) : _hour;
        var date = _dayOfYear > 0 ? PyMoment.FromDate(ctx, _year, 1, 1) + (_dayOfYear - 1) * PyDelta.PerDay : PyMoment.FromDate(ctx, _year, _month, _day);
        return PyMoment.Make(ctx, MomentKind.DateTime, date + PyMoment.FromTime(ctx, hour, _minute, (_second, _microsecond)), _zone);
    }

    private bool All(string directives, string text, ref int at)
    {
        foreach (var directive in directives)
        {
            if (char.IsAsciiLetter(directive) ? !Take(directive, text, ref at) : at >= text.Length || text[at++] != directive) return false;
        }
        return true;
    }

    private static bool Number(string text, ref int at, int least, int most, out long value)
    {
        var start = at;
        value = 0;
        while (at < text.Length && at - start < most && char.IsAsciiDigit(text[at])) value = value * 10 + (text[at++] - '0');
        return at - start >= least;
    }

    private bool Fraction(string text, ref int at)
    {
        var start = at;
        if (!Number(text, ref at, 1, 6, out _microsecond)) return false;
        for (var digits = at - start; digits < 6; digits++) _microsecond *= 10;
        return true;
    }

    private static bool Name(string text, ref int at, string[] names, out long number)
    {
        for (number = 1; number <= names.Length; number++)
        {
            var name = names[number - 1];
            if (name.Length == 0 || string.Compare(text, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            at += name.Length;
            return true;
        }
        return false;
    }

    private bool Zone(string text, ref int at)
    {
        if (!IsoText.TryZone(text, ref at, out var offset)) return false;
        _zone = offset == 0 ? PyZone.Utc : new PyZone(offset, null);
        return true;
    }
}
