namespace Punie.Cli.Chat.Editing;

/// <summary>
/// Earlier prompts, to be walked through from the newest. What was being typed is not lost on the way.
/// </summary>
/// <param name="entries">Oldest first.</param>
internal sealed class PromptHistory(IReadOnlyList<string> entries)
{
    /// <summary>Most prompts that are kept.</summary>
    public const int Most = 500;

    private readonly List<string> _entries = [.. entries.TakeLast(Most)];
    private int _at = Math.Min(entries.Count, Most);
    private string _draft = "";

    /// <summary>The prompts, oldest first.</summary>
    public IReadOnlyList<string> Entries => _entries;

    /// <summary>The one before; null at the oldest.</summary>
    /// <param name="current">What stands in the line now.</param>
    public string? Older(string current)
    {
        if (_at == 0) return null;
        if (_at == _entries.Count) _draft = current;
        return _entries[--_at];
    }

    /// <summary>The one after, at last what was being typed; null behind that.</summary>
    public string? Newer()
    {
        if (_at == _entries.Count) return null;
        return ++_at == _entries.Count ? _draft : _entries[_at];
    }

    /// <summary>Adds a prompt; the same one twice in a row counts once.</summary>
    /// <returns>False when nothing was added.</returns>
    public bool Add(string prompt)
    {
        var isNew = _entries.Count == 0 || _entries[^1] != prompt;
        if (isNew) _entries.Add(prompt);
        if (_entries.Count > Most) _entries.RemoveAt(0);
        (_at, _draft) = (_entries.Count, "");
        return isNew;
    }
}
