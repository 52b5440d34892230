namespace Punie.Agent.Tools.Git;

/// <summary>The format in which commits are asked for, and its reader.</summary>
internal static class GitLogFormat
{
    private const int Fields = 4;

    /// <summary>Fields end in NUL, which no field can contain.</summary>
    public const string Argument = "--format=tformat:%H%x00%s%x00%an%x00%aI%x00";

    /// <summary>The commits; null when the text is not in this format.</summary>
    public static IReadOnlyList<GitCommit>? Read(string text)
    {
        var fields = text.Split('\0');
        if (fields.Length % Fields != 1) return null;

        // A line end stands between two commits.
        return fields.SkipLast(1).Chunk(Fields)
            .Select(f => new GitCommit(f[0].TrimStart('\n'), f[1], f[2], f[3]))
            .ToList();
    }
}
