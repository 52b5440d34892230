namespace Punie.Chat.Servers;

/// <summary>Compares the id that was asked for with the id that answers.</summary>
internal static class ModelIds
{
    /// <summary>True when they name one model: equal, or one is the other with its folder, tag, date or file
    /// ending.</summary>
    public static bool IsSame(string asked, string answered)
    {
        var (a, b) = (FileName(asked), FileName(answered));
        return a.Equals(b, StringComparison.OrdinalIgnoreCase) || IsWithSuffix(a, b) || IsWithSuffix(b, a);
    }

    private static string FileName(string id) => id[(id.LastIndexOfAny(['/', '\\']) + 1)..];

    private static bool IsWithSuffix(string shorter, string longer) =>
        longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase) && IsSuffix(longer[shorter.Length..]);

    // ":latest", ".gguf", or a date as in "-2024-08-06".
    private static bool IsSuffix(string rest) =>
        rest.Equals(":latest", StringComparison.OrdinalIgnoreCase)
        || rest.Equals(".gguf", StringComparison.OrdinalIgnoreCase)
        || (rest.Length > 1 && rest[0] == '-' && rest.All(c => c == '-' || char.IsAsciiDigit(c)));
}
