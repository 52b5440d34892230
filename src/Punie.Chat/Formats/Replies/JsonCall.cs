using System.Text.Json;

namespace Punie.Chat.Formats.Replies;

/// <summary>A JSON call without markers: Llama 3, a lost opening marker, a JSON fence.</summary>
/// <remarks>Only the function of Code Mode is taken, because a plain JSON answer may have the same look.</remarks>
internal sealed class JsonCall : IReplyShape
{
    // Each try may read to the end of the text, so a text full of braces must not be tried at every one.
    private const int MaxTries = 50;

    /// <inheritdoc/>
    public IReadOnlyList<ReplyCall> Find(string text) =>
        Openings(text).Take(MaxTries).Select(at => Read(text, at)).FirstOrDefault(call => call is not null) is { } found
            ? [found]
            : [];

    /// <summary>A call out of <c>{"name": …, "arguments": {…}}</c> (or <c>parameters</c>); null for another
    /// object.</summary>
    public static ReplyCall? ToCall(Dictionary<string, object?> members)
    {
        if (members.GetValueOrDefault("function") is JsonElement { ValueKind: JsonValueKind.Object } function)
        {
            members = LenientJson.ToDictionary(function);
        }

        if (members.GetValueOrDefault("name") is not string name) return null;
        var given = members.GetValueOrDefault("arguments") ?? members.GetValueOrDefault("parameters");
        var text = given switch { string s => s, JsonElement element => element.GetRawText(), _ => "" };
        var call = CallArguments.Read("", name, text);
        return call is { Exception: null, Arguments: { } arguments } ? new ReplyCall(0, 0, name, arguments) : null;
    }

    // Braces with a quoted name behind them.
    private static IEnumerable<int> Openings(string text)
    {
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = text.IndexOf('{', at + 1))
        {
            if (Markup.StartsWith(text, Markup.SkipSpace(text, at + 1), "\"")) yield return at;
        }
    }

    private static ReplyCall? Read(string text, int at)
    {
        if (LenientJson.ReadObject(text, at, out var end) is not { } members) return null;
        return ToCodeCall(members) is { } call
            ? call with { Start = at, End = Markup.SkipMarker(text, end, Markup.CallEnd) }
            : null;
    }

    private static ReplyCall? ToCodeCall(Dictionary<string, object?> members)
    {
        // The bare arguments, as Ollama quotes them in its error.
        if (members.Count == 1 && members.GetValueOrDefault(CodeCall.Parameter) is string code)
        {
            return ReplyCall.OfCode(0, 0, code);
        }

        var call = ToCall(members);
        return call?.Name == CodeCall.FunctionName ? call : null;
    }
}
