namespace Punie.Chat.Formats.Replies;

/// <summary>A program as it is between call markers: the router, and models that imitate it.</summary>
internal sealed class TaggedProgram : IReplyShape
{
    /// <inheritdoc/>
    public IReadOnlyList<ReplyCall> Find(string text)
    {
        var start = text.IndexOf(Markup.CallStart, StringComparison.Ordinal);
        if (start < 0) return [];

        var body = start + Markup.CallStart.Length;
        // The last closing marker is the real one: a program may hold the same text in a string.
        var close = text.LastIndexOf(Markup.CallEnd, StringComparison.Ordinal);
        var end = close >= body ? close : text.Length;
        var program = Markup.TrimLineEnds(text[body..end]);
        if (FencedProgram.ProgramIn(program) is { } fenced) program = fenced;

        // An object or a tag that the shapes before this one could not read is a broken call, not a program.
        var isProgram = program.TrimStart() is [not ('{' or '<'), ..];
        return isProgram ? [ReplyCall.OfCode(start, Math.Min(end + Markup.CallEnd.Length, text.Length), program)] : [];
    }
}
