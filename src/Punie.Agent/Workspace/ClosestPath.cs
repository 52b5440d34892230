namespace Punie.Agent.Workspace;

/// <summary>Finds the existing path that a wrong one most likely means.</summary>
internal static class ClosestPath
{
    // Any path with the right name comes before one with another name.
    private const int SpellingCost = 1_000;

    /// <summary>The best candidate, or null when none is close.</summary>
    /// <param name="wanted">The path that does not exist, relative, with <c>/</c>.</param>
    /// <param name="existing">Relative paths of files and folders.</param>
    public static string? Find(string wanted, IEnumerable<string> existing)
    {
        string? best = null;
        var bestCost = int.MaxValue;
        var parts = wanted.Split('/');
        foreach (var path in existing)
        {
            if (Cost(wanted, parts, path) is not { } cost || cost >= bestCost) continue;

            (best, bestCost) = (path, cost);
        }

        return best;
    }

    // The right name in another folder is the commonest slip; else at most a third of the text may differ.
    private static int? Cost(string wanted, string[] parts, string path)
    {
        var others = path.Split('/');
        if (parts[^1].Equals(others[^1], StringComparison.OrdinalIgnoreCase)) return FolderDistance(parts, others);

        var distance = Distance(wanted, path);
        return distance <= Math.Max(2, wanted.Length / 3) ? SpellingCost + distance : null;
    }

    // Folders to take out and to put in.
    private static int FolderDistance(string[] a, string[] b)
    {
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                common[i, j] = a[i - 1].Equals(b[j - 1], StringComparison.OrdinalIgnoreCase)
                    ? common[i - 1, j - 1] + 1
                    : Math.Max(common[i - 1, j], common[i, j - 1]);
            }
        }

        return a.Length + b.Length - (2 * common[a.Length, b.Length]);
    }

    // Levenshtein's distance, one row at a time, ignoring case.
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                var cost = Math.Min(diagonal + (same ? 0 : 1), Math.Min(row[j], row[j - 1]) + 1);
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[b.Length];
    }
}
