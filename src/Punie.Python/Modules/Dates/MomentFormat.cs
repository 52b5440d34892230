using System.Globalization;
using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Dates;

/// <summary><c>strftime</c>, in English whatever the host's language is.</summary>
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
            'z' => moment.Zone is not { HasOffset: true } ? "" : PyZone.OffsetText(moment.Zone.Offset, ""),
            'Z' => moment.ZoneName(ctx) ?? "",
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

    private static string Digits(long value, int width) =>
        value.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
}
