namespace Punie.Agent.CodeMode;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest edits, or null when none is close.</summary>
    public static string? To(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        var fewest = Math.Max(2, name.Length / 2) + 1;
        foreach (var candidate in candidates)
        {
            var edits = Contains(name, candidate) ? 1 : Edits(name, candidate);
            if (edits < fewest) (best, fewest) = (candidate, edits);
        }

        return best;
    }

    /// <summary><c>; did you mean …?</c> or nothing.</summary>
    public static string Hint(string name, IEnumerable<string> candidates) =>
        To(name, candidates) is { } nearest ? $"; did you mean {nearest}?" : "";

    // "errors" for "error_count" is a better guess than any edit distance says.
    private static bool Contains(string name, string candidate) =>
        name.Length >= 4 && candidate.Length >= 4
        && (candidate.Contains(name, StringComparison.Ordinal) || name.Contains(candidate, StringComparison.Ordinal));

    /// <summary>Letters inserted, removed or replaced to make one name of the other.</summary>
    internal static int Edits(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
