namespace Punie.Python.Sandbox.Runtime;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    private const int MaxCandidates = 750;
    private const int MaxLength = 40;

    /// <summary>Null when nothing is near: more than a third of the letters differ.</summary>
    internal static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length > MaxLength) return null;
        string? best = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates.Take(MaxCandidates))
        {
            if (candidate == name || candidate.Length > MaxLength) continue;
            var allowed = (name.Length + candidate.Length + 3) / 6;
            if (Math.Abs(name.Length - candidate.Length) > allowed) continue;
            var distance = Distance(name, candidate);
            if (distance > allowed || distance >= least) continue;
            (best, least) = (candidate, distance);
        }
        return best;
    }

    // Levenshtein; a change of case counts half in CPython, nothing here.
    private static int Distance(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                var change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(diagonal + change, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
