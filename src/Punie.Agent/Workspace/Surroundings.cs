namespace Punie.Agent.Workspace;

/// <summary>What lies around a workspace: looked at, never read.</summary>
internal static class Surroundings
{
    /// <summary>The top of the repository that a folder is in; null when it is in none.</summary>
    public static string? GitTop(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            // A worktree and a submodule have a file there.
            var git = Path.Combine(at.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git)) return at.FullName;
        }

        return null;
    }

    /// <summary>Full paths of the folders in a folder whose names a pattern fits, sorted by ordinal.</summary>
    /// <param name="folder">Need not exist.</param>
    /// <param name="pattern">With <c>*</c> and <c>?</c>.</param>
    public static IReadOnlyList<string> FoldersLike(string folder, string pattern)
    {
        if (!Directory.Exists(folder)) return [];

        var options = new EnumerationOptions { IgnoreInaccessible = true, MatchType = MatchType.Simple };
        return [.. Directory.EnumerateDirectories(folder, pattern, options).Order(StringComparer.Ordinal)];
    }
}
