namespace Punie.Lab.Datasets;

/// <summary>Named lists of words, from a text of <c>[name]</c> sections.</summary>
public sealed class WordLists
{
    private readonly Dictionary<string, string[]> _lists;

    private WordLists(Dictionary<string, string[]> lists) => _lists = lists;

    /// <summary>One list.</summary>
    /// <exception cref="DatasetException">There is no such section.</exception>
    public IReadOnlyList<string> this[string name] =>
        _lists.GetValueOrDefault(name) ?? throw new DatasetException($"The word lists have no section [{name}].");

    /// <summary>
    /// Reads sections; entries are separated by <c>|</c>, or by white space where a section has none.
    /// </summary>
    public static WordLists Parse(string text)
    {
        var sections = new Dictionary<string, List<string>>();
        List<string>? current = null;
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line[0] == '[' && line[^1] == ']' && line.Length > 2 && char.IsLetter(line[1]))
                sections[line[1..^1]] = current = [];
            else
                (current ?? throw new DatasetException($"'{line}' stands before the first [section].")).Add(line);
        }

        return new WordLists(sections.ToDictionary(s => s.Key, s => Entries(s.Value)));
    }

    /// <summary>Reads groups of interchangeable words, one group a line, separated by <c>|</c>.</summary>
    public static IReadOnlyList<string[]> ParseGroups(string text) =>
        text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('|'))
            .ToList();

    private static string[] Entries(List<string> lines) =>
        lines.Exists(l => l.Contains('|'))
            ? lines.SelectMany(l => l.Split('|')).ToArray()
            : lines.SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
}
