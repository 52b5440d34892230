using System.Globalization;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Dates;

/// <summary>
/// <c>strptime</c>, in English whatever the host's language is: each directive takes the most digits that make sense.
/// </summary>
internal sealed class MomentReader(RunContext ctx, string text, string format)
{
    private const string Directives = "dfHIGjmMSuUVwyYzAaBbpZcxXW%";

    private static readonly DateTimeFormatInfo Names = CultureInfo.InvariantCulture.DateTimeFormat;

    private readonly Dictionary<char, long> _found = [];
    private PyZone? _zone;
    private int _at;

    /// <summary>The moment that a text gives; the weekday is of no account where there is a date.</summary>
    internal static PyMoment Read(RunContext ctx, string text, string format)
    {
        var reader = new MomentReader(ctx, text, format);
        var whole = format.Replace("%c", "%a %b %d %H:%M:%S %Y", StringComparison.Ordinal)
            .Replace("%x", "%m/%d/%y", StringComparison.Ordinal).Replace("%X", "%H:%M:%S", StringComparison.Ordinal);
        if (!reader.Fits(whole))
            throw ctx.ValueError($"time data {StringText.Repr(text)} does not match format {StringText.Repr(format)}");
        if (reader._at < text.Length) throw ctx.ValueError($"unconverted data remains: {text[reader._at..]}");
        var date = reader.Date();
        return (PyMoment)PyMoment.Make(ctx, MomentKind.DateTime, date + reader.Time(), reader._zone).Ref!;
    }

    // All of the format is looked at, so that a bad directive is told of before a text that does not fit.
    private bool Fits(string whole)
    {
        var fits = true;
        for (var i = 0; i < whole.Length; i++)
        {
            ctx.Step();
            if (whole[i] == '%')
            {
                if (++i == whole.Length) throw ctx.ValueError($"stray % in format {StringText.Repr(format)}");
                if (!Directives.Contains(whole[i], StringComparison.Ordinal))
                    throw ctx.ValueError($"'{whole[i]}' is a bad directive in format {StringText.Repr(format)}");
                fits = fits && Take(whole[i]);
            }
            else if (!char.IsWhiteSpace(whole[i]))
                fits = fits && _at < text.Length
                && char.ToLowerInvariant(text[_at++]) == char.ToLowerInvariant(whole[i]);
            else
            {
                while (i + 1 < whole.Length && char.IsWhiteSpace(whole[i + 1])) i++;
                fits = fits && TakeBlanks();
            }
        }
        return fits;
    }

    private bool TakeBlanks()
    {
        var start = _at;
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
        return _at > start;
    }

    private bool Take(char directive) => directive switch
    {
        'Y' or 'G' => Number(directive, 4, 4, (0, 9999)),
        'y' => Number(directive, 2, 2, (0, 99)),
        'm' or 'I' => Number(directive, 1, 2, (1, 12)),
        'd' => Number(directive, 1, 2, (1, 31)),
        'H' => Number(directive, 1, 2, (0, 23)),
        'M' => Number(directive, 1, 2, (0, 59)),
        'S' => Number(directive, 1, 2, (0, 61)),
        'j' => Number(directive, 1, 3, (1, 366)),
        'U' or 'W' => Number(directive, 1, 2, (0, 53)),
        'V' => Number(directive, 1, 2, (1, 53)),
        'w' => Number(directive, 1, 1, (0, 6)),
        'u' => Number(directive, 1, 1, (1, 7)),
        'f' => Fraction(),
        'b' => Name('m', Names.AbbreviatedMonthNames),
        'B' => Name('m', Names.MonthNames),
        'a' => Name('a', Names.AbbreviatedDayNames),
        'A' => Name('a', Names.DayNames),
        'p' => Name('p', ["AM", "PM"]),
        'Z' => Name('Z', ["UTC", "GMT"]),
        'z' => Zone(),
        _ => _at < text.Length && text[_at++] == '%',
    };

    private bool Number(char directive, int least, int most, (long Low, long High) range)
    {
        for (var digits = Math.Min(most, text.Length - _at); digits >= least; digits--)
        {
            var part = text.AsSpan(_at, digits);
            if (part.ContainsAnyExceptInRange('0', '9')
                || !long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) continue;
            if (value < range.Low || value > range.High) continue;
            _found[directive] = value;
            _at += digits;
            return true;
        }
        return false;
    }

    private bool Fraction()
    {
        var start = _at;
        if (!Number('f', 1, 6, (0, 999999))) return false;
        for (var digits = _at - start; digits < 6; digits++) _found['f'] *= 10;
        return true;
    }

    private bool Name(char key, string[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Length == 0
                || string.Compare(text, _at, names[i], 0, names[i].Length,
                StringComparison.OrdinalIgnoreCase) != 0) continue;
            _at += names[i].Length;
            _found[key] = i + 1;
            return true;
        }
        return false;
    }

    private bool Zone()
    {
        var start = _at;
        if (!IsoText.TryZone(text, ref _at, out var offset) || (_at - start < 5 && text[start] is not ('Z' or 'z')))
            return false;
        _zone = offset == 0 ? PyZone.Utc : new PyZone(offset, null);
        return true;
    }

    private bool Has(char directive) => _found.ContainsKey(directive);

    private long Found(char directive, long otherwise) => _found.GetValueOrDefault(directive, otherwise);

    // Monday is 0; -1 where the text has no weekday.
    private long Weekday() =>
        Has('a') ? (Found('a', 0) + 5) % 7 : Has('w') ? (Found('w', 0) + 6) % 7 : Found('u', 0) - 1;

    private long Date()
    {
        var weekday = Weekday();
        if (Has('G') || Has('V')) return WeekDate(weekday);
        var year = Has('y') ? Found('y', 0) + (Found('y', 0) < 69 ? 2000 : 1900) : Found('Y', 1900);
        if (Has('j')) return PyMoment.FromDate(ctx, year, 1, 1) + (Found('j', 1) - 1) * PyDelta.PerDay;
        if (weekday < 0 || !(Has('U') || Has('W'))) return PyMoment.FromDate(ctx, year, Found('m', 1), Found('d', 1));
        var start = PyMoment.FromDate(ctx, year, 1, 1);
        var first = (int)new DateOnly((int)year, 1, 1).DayOfWeek;
        var (week, lead, day) = Has('U')
            ? (Found('U', 0), first, (weekday + 1) % 7)
            : (Found('W', 0), (first + 6) % 7, weekday);
        var days = week == 0 ? day - lead : (7 - lead) % 7 + 7 * (week - 1) + day;
        return start + days * PyDelta.PerDay;
    }

    private long WeekDate(long weekday)
    {
        const string WeekdayNames = "a weekday directive ('%A', '%a', '%w', or '%u').";
        if (Has('G') && Has('j'))
            throw ctx.ValueError(
                "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.");
        if (Has('G') && (!Has('V') || weekday < 0))
            throw ctx.ValueError(
                $"ISO year directive '%G' must be used with the ISO week directive '%V' and {WeekdayNames}");
        if (Has('G')) return MomentMethods.FromWeek(ctx, Found('G', 1), Found('V', 1), weekday + 1);
        throw ctx.ValueError(weekday < 0 || !(Has('Y') || Has('y'))
            ? $"ISO week directive '%V' must be used with the ISO year directive '%G' and {WeekdayNames}"
            : "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.");
    }

    private long Time()
    {
        var hour = Has('I') ? Found('I', 12) % 12 + (Found('p', 1) == 2 ? 12 : 0) : Found('H', 0);
        return PyMoment.FromTime(ctx, hour, Found('M', 0), (Found('S', 0), Found('f', 0)));
    }
}
