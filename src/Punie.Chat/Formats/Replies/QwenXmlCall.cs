namespace Punie.Chat.Formats.Replies;

/// <summary>Parameters as tagged text: Qwen3-Coder, Qwen3.5, Nemotron.</summary>
/// <remarks>Values are untyped text and stay strings. Any closing tag may be missing, and the opening call marker
/// too.</remarks>
internal sealed class QwenXmlCall : IReplyShape
{
    private const string FunctionStart = "<function=";
    private const string FunctionEnd = "</function>";
    private const string ParameterStart = "<parameter=";
    private const string ParameterEnd = "</parameter>";

    /// <inheritdoc/>
    public IReadOnlyList<ReplyCall> Find(string text)
    {
        var calls = new List<ReplyCall>();
        for (var start = text.IndexOf(FunctionStart, StringComparison.Ordinal); start >= 0;)
        {
            var next = Markup.IndexOrEnd(text, FunctionStart, start + FunctionStart.Length);
            // A call marker right before the next function belongs to that one.
            if (Read(text, start, next < text.Length ? StartOf(text, next) : next) is { } call) calls.Add(call);
            start = next < text.Length ? next : -1;
        }

        return calls;
    }

    private static ReplyCall? Read(string text, int start, int limit)
    {
        var nameEnd = text.IndexOf('>', start);
        if (nameEnd < 0 || nameEnd >= limit) return null;
        var name = text[(start + FunctionStart.Length)..nameEnd].Trim();
        var bodyEnd = LastOrEnd(text, FunctionEnd, nameEnd, LastOrEnd(text, Markup.CallEnd, nameEnd, limit));
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var at = Markup.IndexOrEnd(text, ParameterStart, nameEnd); at < bodyEnd;)
        {
            var next = Math.Min(Markup.IndexOrEnd(text, ParameterStart, at + 1), bodyEnd);
            var keyEnd = text.IndexOf('>', at);
            if (keyEnd < 0 || keyEnd >= next) break;
            var valueEnd = LastOrEnd(text, ParameterEnd, keyEnd, next);
            arguments[text[(at + ParameterStart.Length)..keyEnd].Trim()] =
                Markup.TrimLineEnds(text[(keyEnd + 1)..valueEnd]);
            at = next;
        }

        var end = Markup.SkipMarker(text, Markup.SkipMarker(text, bodyEnd, FunctionEnd), Markup.CallEnd);
        return arguments.Count == 0 ? null : new ReplyCall(StartOf(text, start), end, name, arguments);
    }

    private static int StartOf(string text, int function)
    {
        var before = text.AsSpan(0, function).TrimEnd();
        return before.EndsWith(Markup.CallStart, StringComparison.Ordinal)
            ? before.Length - Markup.CallStart.Length
            : function;
    }

    // The last closing tag before the limit is the real one: a program may hold the same text.
    private static int LastOrEnd(string text, string marker, int from, int limit)
    {
        var found = text.AsSpan(from, limit - from).LastIndexOf(marker, StringComparison.Ordinal);
        return found < 0 ? limit : from + found;
    }
}
