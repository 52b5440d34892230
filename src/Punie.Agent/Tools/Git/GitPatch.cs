namespace Punie.Agent.Tools.Git;

/// <summary>Cuts a patch into the hunks of each file.</summary>
/// <remarks>
/// Lines of content always begin with a space, <c>+</c>, <c>-</c> or a backslash, so a header is recognised by its
/// first word even when a changed line reads like one.
/// </remarks>
internal static class GitPatch
{
    private const string Unmerged = "* Unmerged path ";

    private static readonly string[] FileStarts = ["diff --git ", "diff --cc ", "diff --combined ", Unmerged];

    /// <summary>The hunks of each file, in git's order. A binary file has one: git's sentence about it.</summary>
    /// <param name="text">What <c>git diff --patch</c> printed.</param>
    /// <param name="maxChars">Text is left out, with a mark, from here on.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text, int maxChars)
    {
        var files = new List<List<string>>();
        var room = maxChars;
        var header = "";
        var inHunk = false;
        foreach (var line in text.Split('\n'))
        {
            if (FileStarts.Any(start => line.StartsWith(start, StringComparison.Ordinal)))
            {
                if (!IsSameFile(header, line)) files.Add([]);
                header = line;
                inHunk = false;
            }
            else if (files.Count > 0 && StartsHunk(line, inHunk))
            {
                files[^1].Add(Take(line, ref room));
                inHunk = line.StartsWith("@@", StringComparison.Ordinal);
            }
            else if (inHunk && line.Length > 0 && room > 0)
            {
                files[^1][^1] += "\n" + Take(line, ref room);
            }
        }

        return files;
    }

    // A file that became a link is removed and added again under one name, and one in conflict may have a line of its
    // own before its difference: still one file.
    private static bool IsSameFile(string before, string line)
    {
        if (line == before) return true;
        if (!before.StartsWith(Unmerged, StringComparison.Ordinal)) return false;

        var path = before[Unmerged.Length..];
        return line == $"diff --git a/{path} b/{path}" || line == $"diff --cc {path}"
            || line == $"diff --combined {path}";
    }

    private static bool StartsHunk(string line, bool inHunk) =>
        line.StartsWith("@@", StringComparison.Ordinal)
        || (!inHunk && line.StartsWith("Binary files ", StringComparison.Ordinal));

    private static string Take(string line, ref int room)
    {
        if (room <= 0) return "[left out: the patch is too long]";

        room -= line.Length + 1;
        return room > 0 ? line : "[the rest is left out: the patch is too long]";
    }
}
