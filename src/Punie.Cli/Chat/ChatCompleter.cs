using Punie.Agent.Workspace;
using Punie.Cli.Chat.Editing;
using Punie.Cli.Chat.Slash;

namespace Punie.Cli.Chat;

/// <summary>Completes slash commands, their arguments and <c>@path</c> words.</summary>
/// <param name="commands">The slash commands.</param>
/// <param name="workspace">Whose paths are completed.</param>
internal sealed class ChatCompleter(SlashTable commands, IWorkspace workspace)
{
    private const int MostFiles = 20_000;

    private IReadOnlyList<string>? _files;

    /// <summary>Looks for files anew with the next path: a turn may have made some.</summary>
    public void Forget() => _files = null;

    /// <summary>Words for what stands before the cursor; null when it is no such word.</summary>
    public Completion? Complete(string text, int cursor)
    {
        var start = text.LastIndexOfAny([' ', '\n', '\t'], Math.Max(cursor - 1, 0), cursor) + 1;
        var word = text[start..cursor];
        if (word.StartsWith('@')) return new Completion(start, [.. Paths(word[1..]).Select(path => "@" + path)]);
        if (start == 0 && word.StartsWith('/'))
            return new Completion(0, Fitting(commands.Commands.Select(one => "/" + one.Name), word));
        return text.StartsWith('/') && commands.Find(text.Split(' ')[0]) is { } command
            && start == command.Name.Length + 2
            ? new Completion(start, Fitting(command.Choices, word))
            : null;
    }

    private static List<string> Fitting(IEnumerable<string> words, string typed) =>
        [.. words.Where(word => word.StartsWith(typed, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    // One folder at a time, as shells do; a name without a folder also finds files further down.
    private IEnumerable<string> Paths(string typed)
    {
        _files ??= Files();
        var here = _files.Where(path => path.StartsWith(typed, StringComparison.Ordinal))
            .Select(path => path.IndexOf('/', typed.Length) is >= 0 and var end ? path[..(end + 1)] : path)
            .Distinct().Order(StringComparer.Ordinal).ToList();
        if (here.Count > 0 || typed.Length == 0 || typed.Contains('/')) return here;
        return _files.Where(path => path[(path.LastIndexOf('/') + 1)..].StartsWith(typed, StringComparison.Ordinal));
    }

    private IReadOnlyList<string> Files()
    {
        try
        {
            return workspace.Files(".", MostFiles);
        }
        catch (WorkspaceException)
        {
            return [];
        }
    }
}
