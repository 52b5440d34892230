using System.Globalization;

namespace Punie.Python.Modules.Patterns;

/// <summary>How many characters each part matches: what stands in a look-behind must have one width.</summary>
internal sealed partial class PatternTranslator
{
    private const long Unlimited = int.MaxValue;

    private readonly Stack<Widths> _outer = new();
    private readonly Dictionary<int, Width> _groupWidths = [];
    private Widths _widths = new();
    private bool _varies;

    private readonly record struct Width(long Least, long Most)
    {
        internal Width Plus(Width other) =>
            new(Math.Min(Least + other.Least, Unlimited), Math.Min(Most + other.Most, Unlimited));

        internal Width Or(Width other) => new(Math.Min(Least, other.Least), Math.Max(Most, other.Most));

        internal Width Times(long least, long most) =>
            new(Math.Min(Least * least, Unlimited), Math.Min(Most * most, Unlimited));
    }

    /// <summary>
    /// The branch that is read now: what stands before its last item, and that item; and the branches before it.
    /// </summary>
    private sealed class Widths
    {
        internal Width Before { get; set; }

        internal Width Last { get; set; }

        internal Width? Branches { get; set; }

        internal Width Whole => Branches is { } others ? others.Or(Before.Plus(Last)) : Before.Plus(Last);
    }

    private void Widen(Width width)
    {
        _widths.Before = _widths.Before.Plus(_widths.Last);
        _widths.Last = width;
    }

    private void Repeat(string quantifier)
    {
        var (least, most) =
            quantifier switch { "*" => (0L, Unlimited), "+" => (1, Unlimited), "?" => (0, 1), _ => Bounds(quantifier) };
        _widths.Last = _widths.Last.Times(least, most);
    }

    private static (long Least, long Most) Bounds(string braces)
    {
        var parts = braces[1..^1].Split(',');
        var least = long.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts.Length == 1
            ? (least, least)
            : (least, parts[1].Length == 0 ? Unlimited : long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private void NextBranch() => _widths = new Widths { Branches = _widths.Whole };

    private void OpenWidth()
    {
        _outer.Push(_widths);
        _widths = new Widths();
    }

    private void CloseWidth(OpenGroup group)
    {
        var own = _widths.Whole;
        if (group.Kind == GroupKind.Condition) own = own.Or(default);
        _widths = _outer.Pop();
        if (group.Kind == GroupKind.Behind && own.Least != own.Most) _varies = true;
        if (group.Number > 0) _groupWidths[group.Number] = own;
        Widen(group.Kind is GroupKind.Ahead or GroupKind.Behind ? default : own);
    }

    private void BackReference(int length, int number)
    {
        Item(length, string.Create(CultureInfo.InvariantCulture, $"\\k<{number}>"));
        _widths.Last = _groupWidths.GetValueOrDefault(number);
    }
}
