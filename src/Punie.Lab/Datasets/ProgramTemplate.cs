using System.Text;
using System.Text.RegularExpressions;

namespace Punie.Lab.Datasets;

/// <summary>A router program with slots: <c>&lt;path&gt;</c> required, <c>&lt;path?&gt;</c> optional.</summary>
/// <remarks>
/// <c>"call:&lt;~call&gt;"</c> is a value without quotes, inside a string literal.
/// A required slot that a wording leaves out takes its default; <c>&lt;path2|path&gt;</c> takes the value of another
/// slot. A call argument with an optional slot that is left out disappears.
/// </remarks>
public sealed partial class ProgramTemplate
{
    private static readonly HashSet<string> NumberSlots = ["count"];

    private readonly string _text;
    private readonly IReadOnlyDictionary<string, string> _defaults;

    /// <summary>Creates a template.</summary>
    /// <param name="text">The program.</param>
    /// <param name="defaults">Values of required slots that a wording may leave out.</param>
    public ProgramTemplate(string text, IReadOnlyDictionary<string, string> defaults)
    {
        _text = text.TrimEnd('\n');
        _defaults = defaults;
        var slots = Slot().Matches(_text).ToList();
        SlotNames = slots.Select(m => m.Groups["name"].Value).Distinct().ToList();
        Required = slots
            .Where(m => !m.Groups["optional"].Success && !m.Groups["other"].Success)
            .Select(m => m.Groups["name"].Value)
            .Where(n => !defaults.ContainsKey(n))
            .Distinct().ToList();
    }

    /// <summary>All slots of the program, in order.</summary>
    public IReadOnlyList<string> SlotNames { get; }

    /// <summary>Slots that every wording must name.</summary>
    public IReadOnlyList<string> Required { get; }

    /// <summary>The lines of the program, cut at its slots: what stays the same whatever the values are.</summary>
    /// <returns>Each with its indentation, and with its line end where a line ends.</returns>
    public IEnumerable<string> Fragments()
    {
        var bare = WithoutArguments(_ => false);
        return new[] { _text, bare }.Select(t => t + "\n")
            .SelectMany(t => Slot().Replace(t, "\0").Split('\0'))
            .SelectMany(t => Line().Matches(t).Select(m => m.Value))
            .Distinct();
    }

    /// <summary>Writes the program for one wording.</summary>
    /// <param name="values">Slot name to plain value, as the wording named them.</param>
    /// <exception cref="DatasetException">A required slot has no value.</exception>
    public string Fill(IReadOnlyDictionary<string, string> values)
    {
        return Slot().Replace(WithoutArguments(values.ContainsKey), m => Literal(m, values));
    }

    private string WithoutArguments(Func<string, bool> isNamed)
    {
        var kept = OptionalArgument().Replace(_text, m => isNamed(m.Groups["name"].Value) ? m.Value : "");
        return kept.Replace("(, ", "(", StringComparison.Ordinal).Replace(", )", ")", StringComparison.Ordinal);
    }

    private string Literal(Match slot, IReadOnlyDictionary<string, string> values)
    {
        var name = slot.Groups["name"].Value;
        var other = slot.Groups["other"];
        var value = values.GetValueOrDefault(name)
            ?? (other.Success
                ? values.GetValueOrDefault(other.Value) ?? _defaults.GetValueOrDefault(other.Value)
                : null)
            ?? _defaults.GetValueOrDefault(name)
            ?? throw new DatasetException(
                $"The wording does not name <{name}>, and the program has no default for it: {_text}");
        return NumberSlots.Contains(name) ? value : slot.Groups["inside"].Success ? Quote(value)[1..^1] : Quote(value);
    }

    /// <summary>Writes a Python string literal in double quotes.</summary>
    /// <param name="value">Any text.</param>
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => text.Append('\\').Append(c),
                '\n' => text.Append("\\n"),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    [GeneratedRegex(@"<(?<inside>~)?(?<name>[a-z][a-z0-9]*)(?<optional>\?)?(\|(?<other>[a-z0-9]+))?>")]
    private static partial Regex Slot();

    [GeneratedRegex(@"[^\n]*\n|[^\n]+$")]
    private static partial Regex Line();

    // One whole call argument, with the comma that follows it when another argument does.
    [GeneratedRegex(@"(?<=[(,] ?)([a-z]+=)?<(?<name>[a-z][a-z0-9]*)\?>(, )?")]
    private static partial Regex OptionalArgument();
}
