namespace Punie.Cli.Rendering;

/// <summary>Tells which tools have come and gone.</summary>
internal static class ToolNews
{
    /// <summary>One line; null when the names are the same.</summary>
    public static string? Of(IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, now) = (before.ToList(), after.ToList());
        var come = now.Except(old, StringComparer.Ordinal).ToList();
        var gone = old.Except(now, StringComparer.Ordinal).ToList();
        var parts = new List<string>();
        if (come.Count > 0) parts.Add($"new {string.Join(", ", come)}");
        if (gone.Count > 0) parts.Add($"gone {string.Join(", ", gone)}");
        return parts.Count == 0 ? null : $"a server has other tools now: {string.Join("; ", parts)}";
    }
}
