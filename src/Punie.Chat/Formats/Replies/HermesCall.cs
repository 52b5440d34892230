namespace Punie.Chat.Formats.Replies;

/// <summary>A JSON object between call markers: Hermes, Qwen2.5, Qwen3.</summary>
/// <remarks>The object's own end decides, so a closing marker inside a string does no harm and a missing one
/// neither.</remarks>
internal sealed class HermesCall : IReplyShape
{
    /// <inheritdoc/>
    public IReadOnlyList<ReplyCall> Find(string text)
    {
        var calls = new List<ReplyCall>();
        for (var start = text.IndexOf(Markup.CallStart, StringComparison.Ordinal); start >= 0;)
        {
            var at = Markup.SkipSpace(text, start + Markup.CallStart.Length);
            var call = LenientJson.ReadObject(text, at, out var end);
            if (call is not null && JsonCall.ToCall(call) is { } found)
            {
                end = Markup.SkipMarker(text, end, Markup.CallEnd);
                calls.Add(found with { Start = start, End = end });
                at = end;
            }
            else if (end >= text.Length)
            {
                // The object does not end, so nothing behind it can be told from its text.
                break;
            }

            start = text.IndexOf(Markup.CallStart, at, StringComparison.Ordinal);
        }

        return calls;
    }
}
