namespace Punie.Agent.Workspace;

/// <summary>Follows the links of every part of a path, also when its end does not exist.</summary>
internal static class RealPath
{
    // Linux gives up after 40 links too.
    private const int MaxLinks = 40;

    /// <summary>The path without links.</summary>
    /// <param name="full">A full path.</param>
    /// <exception cref="IOException">The links run in a circle.</exception>
    public static string Of(string full)
    {
        var pending = new Stack<string>(Parts(full).Reverse());
        var real = Path.GetPathRoot(full)!;
        var links = 0;
        while (pending.TryPop(out var part))
        {
            var next = Path.GetFullPath(Path.Combine(real, part));
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks) throw new IOException("The path has too many links.");
            if (Path.IsPathRooted(target)) real = Path.GetPathRoot(target)!;
            foreach (var linked in Parts(target).Reverse()) pending.Push(linked);
        }

        return Path.TrimEndingDirectorySeparator(real);
    }

    private static string[] Parts(string path) => path[(Path.GetPathRoot(path)?.Length ?? 0)..]
        .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
}
