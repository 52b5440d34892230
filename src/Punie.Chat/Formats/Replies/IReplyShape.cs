namespace Punie.Chat.Formats.Replies;

/// <summary>One way in which a model writes calls into its text.</summary>
/// <remarks>Implementations read whole replies, so how a stream was cut cannot matter, and never throw on any
/// text.</remarks>
internal interface IReplyShape
{
    /// <summary>The calls in order of their place; none when the text does not have this shape.</summary>
    IReadOnlyList<ReplyCall> Find(string text);
}

/// <summary>A call found in a reply.</summary>
/// <param name="Start">0-based offset of its first UTF-16 unit, markers included.</param>
/// <param name="End">Offset behind its last one.</param>
/// <param name="Name">The function.</param>
/// <param name="Arguments">Strings are strings, other values <see cref="System.Text.Json.JsonElement"/>.</param>
internal sealed record ReplyCall(int Start, int End, string Name, IDictionary<string, object?> Arguments)
{
    /// <summary>A call of the one function of Code Mode.</summary>
    public static ReplyCall OfCode(int start, int end, string code) =>
        new(start, end, CodeCall.FunctionName, new Dictionary<string, object?> { [CodeCall.Parameter] = code });
}
