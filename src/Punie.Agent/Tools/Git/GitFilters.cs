namespace Punie.Agent.Tools.Git;

/// <summary>
/// Filters are programs that git gives files to before it compares them. The person's own are used; those of a
/// repository's own settings are not, except the well-known ones.
/// </summary>
/// <remarks>Source: https://git-scm.com/docs/gitattributes#_filter.</remarks>
internal static class GitFilters
{
    /// <summary>Fits the settings that name filters' programs, or insist on them.</summary>
    public const string Pattern = @"^filter\..*\.(clean|smudge|process|required)$";

    private static readonly string[] WellKnown = ["git-lfs ", "git-crypt ", "\"git-crypt\" "];

    /// <summary>Options that switch the repository's own filters off.</summary>
    /// <param name="settings">What <c>git config --show-scope --null --get-regexp</c> printed.</param>
    public static IEnumerable<string> Without(string settings)
    {
        // Each is a scope and then a key with its value on the next line, both ended by NUL.
        var entries = settings.Split('\0');
        for (var i = 0; i + 1 < entries.Length; i += 2)
        {
            var parts = entries[i + 1].Split('\n', 2);
            if (entries[i] is "system" or "global" or "command" || (parts.Length == 2 && IsWellKnown(parts[1])))
                continue;

            var filter = parts[0][..parts[0].LastIndexOf('.')];
            yield return "-c";
            yield return $"{parts[0]}=";
            yield return "-c";
            yield return $"{filter}.required=false";
        }
    }

    private static bool IsWellKnown(string command) =>
        Array.Exists(WellKnown, start => command.StartsWith(start, StringComparison.Ordinal))
        && !command.Any(c => "|&;<>()$`\n".Contains(c, StringComparison.Ordinal));
}
