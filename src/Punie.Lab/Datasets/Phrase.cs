using System.Text.RegularExpressions;

namespace Punie.Lab.Datasets;

/// <summary>One hand-written wording of an intent.</summary>
/// <param name="Intent">What it asks for.</param>
/// <param name="Family">The group of like wordings it belongs to, unique with the intent's id.</param>
/// <param name="Text">The wording; slots stand as <c>{path}</c>.</param>
public sealed partial record Phrase(Intent Intent, string Family, string Text)
{
    /// <summary>Names of the slots in the text, in order.</summary>
    public IReadOnlyList<string> Slots { get; } =
        SlotName().Matches(Text).Select(m => m.Groups[1].Value).ToList();

    /// <summary>Intent and family together: the unit that is held out as a whole.</summary>
    public string FamilyId => $"{Intent.Id}/{Family}";

    /// <summary>Splits the text at its slots: even pieces are plain, odd ones are slot names.</summary>
    public string[] Pieces() => SlotName().Split(Text);

    [GeneratedRegex(@"\{([a-z][a-z0-9]*)\}")]
    private static partial Regex SlotName();
}
