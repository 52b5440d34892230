namespace Punie.Lab.Datasets;

/// <summary>Reads <c>.phrases</c> files: <c>@intent</c> and <c>@family</c> headings, then one wording a line.</summary>
public static class PhraseFile
{
    /// <summary>Reads one file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="intents">The table that the headings refer to.</param>
    /// <exception cref="DatasetException">A heading or a slot is wrong; the message has the line.</exception>
    public static IReadOnlyList<Phrase> Parse(string text, string name, IntentTable intents)
    {
        var phrases = new List<Phrase>();
        Intent? intent = null;
        string? family = null;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.StartsWith("@intent ", StringComparison.Ordinal))
            {
                var id = line["@intent ".Length..].Trim();
                intent = intents.Find(id) ?? throw At($"there is no intent '{id}'. See intents.yaml.");
                family = null;
            }
            else if (line.StartsWith("@family ", StringComparison.Ordinal))
            {
                family = line["@family ".Length..].Trim();
            }
            else
            {
                if (intent is null || family is null) throw At("a wording needs an @intent and a @family above it.");
                phrases.Add(Checked(new Phrase(intent, family, line)));
            }
        }

        return phrases;

        DatasetException At(string what) => new($"{name}:{number}: {what}");

        // A direct answer is the same whatever is named, so its wordings may name anything.
        Phrase Checked(Phrase phrase)
        {
            if (phrase.Intent is not Intent.Program { Template: var template }) return phrase;
            if (phrase.Slots.FirstOrDefault(s => !template.SlotNames.Contains(s)) is { } extra)
            {
                throw At($"{{{extra}}} is not a slot of {phrase.Intent.Id}. "
                    + $"It has: {string.Join(", ", template.SlotNames)}.");
            }

            if (template.Required.FirstOrDefault(s => !phrase.Slots.Contains(s)) is { } absent)
                throw At($"{phrase.Intent.Id} needs {{{absent}}} in every wording.");
            return phrase;
        }
    }
}
