namespace Punie.Chat.Formats.Replies;

/// <summary>Small steps through marked text, shared by the shapes.</summary>
internal static class Markup
{
    public const string CallStart = "<tool_call>";
    public const string CallEnd = "</tool_call>";

    /// <summary>Offset of the first character that is not white space, from <paramref name="at"/> on.</summary>
    public static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    /// <summary>Offset behind a marker that may follow after white space; else <paramref name="at"/>.</summary>
    public static int SkipMarker(string text, int at, string marker)
    {
        var next = SkipSpace(text, at);
        return StartsWith(text, next, marker) ? next + marker.Length : at;
    }

    public static bool StartsWith(string text, int at, string marker) =>
        string.CompareOrdinal(text, at, marker, 0, marker.Length) == 0;

    /// <summary>Offset of a marker, or the end of the text.</summary>
    public static int IndexOrEnd(string text, string marker, int at)
    {
        var found = text.IndexOf(marker, at, StringComparison.Ordinal);
        return found < 0 ? text.Length : found;
    }

    /// <summary>A block without the one line end that its markers bring on each side.</summary>
    public static string TrimLineEnds(string block)
    {
        if (block.StartsWith('\n')) block = block[1..];
        return block.EndsWith('\n') ? block[..^1] : block;
    }
}
