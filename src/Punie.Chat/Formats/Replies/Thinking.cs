namespace Punie.Chat.Formats.Replies;

/// <summary>A reply cut into what the model thought and what it says.</summary>
/// <param name="Thought">Text of the thinking part; empty when there is none.</param>
/// <param name="Spoken">The rest.</param>
internal sealed record Thinking(string Thought, string Spoken)
{
    private const string Start = "<think>";
    private const string End = "</think>";

    /// <summary>Cuts at the markers. The opening one may be missing (the prompt wrote it), and so may the closing
    /// one.</summary>
    public static Thinking Split(string reply)
    {
        var close = reply.IndexOf(End, StringComparison.Ordinal);
        var open = reply.IndexOf(Start, StringComparison.Ordinal);
        if (open < 0 && close < 0) return new Thinking("", reply);
        if (close < open && close >= 0) open = -1;
        var before = open > 0 ? reply[..open] : "";
        var thoughtStart = open < 0 ? 0 : open + Start.Length;
        var thoughtEnd = close < 0 ? reply.Length : close;
        var after = close < 0 ? "" : reply[(close + End.Length)..];
        var spoken = string.IsNullOrWhiteSpace(before) ? after.TrimStart() : before + after;
        return new Thinking(reply[thoughtStart..thoughtEnd].Trim(), spoken);
    }
}
