namespace Punie.Chat.Formats.Replies;

/// <summary>The function's name and keyed values between call markers: GLM-4.5 and later.</summary>
/// <remarks>Values stay strings; the newest members of the family write no line ends between the tags.</remarks>
internal sealed class GlmCall : IReplyShape
{
    private const string KeyStart = "<arg_key>";
    private const string KeyEnd = "</arg_key>";
    private const string ValueStart = "<arg_value>";
    private const string ValueEnd = "</arg_value>";

    /// <inheritdoc/>
    public IReadOnlyList<ReplyCall> Find(string text)
    {
        var calls = new List<ReplyCall>();
        for (var start = text.IndexOf(Markup.CallStart, StringComparison.Ordinal); start >= 0;)
        {
            var limit = Markup.IndexOrEnd(text, Markup.CallStart, start + 1);
            if (Read(text, start, limit) is { } call) calls.Add(call);
            start = limit < text.Length ? limit : -1;
        }

        return calls;
    }

    private static ReplyCall? Read(string text, int start, int limit)
    {
        var nameStart = start + Markup.CallStart.Length;
        var key = Markup.IndexOrEnd(text, KeyStart, nameStart);
        if (key >= limit) return null;
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        var name = text[nameStart..key].Trim();
        var end = key;
        while (key < limit)
        {
            var keyEnd = Markup.IndexOrEnd(text, KeyEnd, key);
            var value = Markup.IndexOrEnd(text, ValueStart, keyEnd);
            if (value >= limit) break;
            var next = Math.Min(Markup.IndexOrEnd(text, KeyStart, value), limit);
            var found = text.AsSpan(value, next - value).LastIndexOf(ValueEnd, StringComparison.Ordinal);
            var valueEnd = found >= 0 ? value + found : Math.Min(next, Markup.IndexOrEnd(text, Markup.CallEnd, value));
            arguments[text[(key + KeyStart.Length)..keyEnd].Trim()] = text[(value + ValueStart.Length)..valueEnd];
            end = Markup.SkipMarker(text, valueEnd, ValueEnd);
            key = next;
        }

        return new ReplyCall(start, Markup.SkipMarker(text, end, Markup.CallEnd), name, arguments);
    }
}
