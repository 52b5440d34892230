namespace Punie.Agent.Tools.Git;

/// <summary>Reads what <c>git status --porcelain=v2 -z</c> prints.</summary>
/// <remarks>Source: https://git-scm.com/docs/git-status#_porcelain_format_version_2.</remarks>
internal static class GitPorcelain
{
    // Number of fields before the path in each kind of line.
    private const int OrdinaryFields = 8;
    private const int RenameFields = 9;
    private const int ConflictFields = 10;

    /// <summary>The changes; null when the text is not in this format.</summary>
    /// <param name="text">The output.</param>
    /// <param name="prefix">The workspace's folder in the repository: paths count from the repository's top.</param>
    public static IReadOnlyList<GitFileStatus>? Read(string text, string prefix)
    {
        var files = new List<GitFileStatus>();
        var entries = text.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            var understood = entry[0] switch
            {
                '1' => AddChange(files, entry, OrdinaryFields, prefix),
                '2' => AddChange(files, entry, RenameFields, prefix),
                'u' => AddConflict(files, entry, prefix),
                '?' => AddUnknown(files, entry, "untracked", prefix),
                '!' => AddUnknown(files, entry, GitFileStatus.Ignored, prefix),
                '#' => true,
                _ => false,
            };
            if (!understood) return null;
            if (entry[0] == '2') i++;   // the old path is an entry of its own
        }

        return files;
    }

    private static bool AddChange(List<GitFileStatus> files, string entry, int fields, string prefix)
    {
        var parts = entry.Split(' ', fields + 1);
        if (parts.Length <= fields || parts[1].Length != 2) return false;

        var path = Inside(parts[fields], prefix);
        if (parts[1][0] != '.') files.Add(new GitFileStatus(path, Word(parts[1][0]), Staged: true));
        if (parts[1][1] != '.') files.Add(new GitFileStatus(path, Word(parts[1][1]), Staged: false));
        return true;
    }

    private static bool AddConflict(List<GitFileStatus> files, string entry, string prefix)
    {
        var parts = entry.Split(' ', ConflictFields + 1);
        if (parts.Length <= ConflictFields) return false;

        files.Add(new GitFileStatus(Inside(parts[ConflictFields], prefix), "conflicted", Staged: false));
        return true;
    }

    private static bool AddUnknown(List<GitFileStatus> files, string entry, string status, string prefix)
    {
        if (entry.Length < 3) return false;

        files.Add(new GitFileStatus(Inside(entry[2..], prefix), status, Staged: false));
        return true;
    }

    private static string Inside(string path, string prefix) =>
        path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path;

    private static string Word(char code) => code switch
    {
        'A' => "added",
        'D' => "deleted",
        'R' => "renamed",
        'C' => "copied",
        'T' => "typechange",
        _ => "modified",
    };
}
