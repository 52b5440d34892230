using System.Globalization;

namespace Punie.Agent.Tools.Git;

/// <summary>One line of <c>git diff --numstat</c>.</summary>
/// <param name="File">The path, the new one when renamed.</param>
/// <param name="Additions">0 when binary.</param>
/// <param name="Deletions">0 when binary.</param>
internal sealed record NumstatLine(string File, int Additions, int Deletions);

/// <summary>Reads what <c>git diff --numstat -z</c> prints.</summary>
/// <remarks>Source: https://git-scm.com/docs/git-diff#_other_diff_formats.</remarks>
internal static class GitNumstat
{
    /// <summary>One line for each file, in git's order; null when the text is not in this format.</summary>
    public static IReadOnlyList<NumstatLine>? Read(string text)
    {
        var lines = new List<NumstatLine>();
        var entries = text.Split('\0');
        for (var i = 0; i < entries.Length - 1; i++)
        {
            var parts = entries[i].Split('\t', 3);
            if (parts.Length != 3) return null;

            var path = parts[2];
            if (path.Length == 0)
            {
                // A rename has an empty path here; the old and the new one follow.
                if (i + 2 >= entries.Length) return null;
                path = entries[i + 2];
                i += 2;
            }

            Add(lines, new NumstatLine(path, Count(parts[0]), Count(parts[1])));
        }

        return lines;
    }

    // A file in conflict appears once for the conflict and once for its difference: the later one counts lines.
    private static void Add(List<NumstatLine> lines, NumstatLine line)
    {
        var known = lines.FindIndex(other => other.File == line.File);
        if (known < 0) lines.Add(line);
        else lines[known] = line;
    }

    // "-" stands for a binary file.
    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
}
