using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Punie.Chat.Formats.Replies;

/// <summary>Makes a call out of the argument text that a server or model sent.</summary>
internal static class CallArguments
{
    /// <summary>Reads an object, an object inside a string, or, for Code Mode, the program itself.</summary>
    /// <returns>A call; its <see cref="FunctionCallContent.Exception"/> tells when the arguments could not be
    /// read.</returns>
    public static FunctionCallContent Read(string callId, string name, string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0) return new FunctionCallContent(callId, name, new Dictionary<string, object?>());
        if (LenientJson.ReadObject(trimmed, 0, out _) is { } arguments)
            return new FunctionCallContent(callId, name, arguments);
        if (Unquote(trimmed) is { } inner) return Read(callId, name, inner);

        // An object that breaks off is not a program: half of one must not run.
        if (name == CodeCall.FunctionName && trimmed[0] is not ('{' or '"')) return CodeCall.Create(callId, text);
        return new FunctionCallContent(callId, name)
        {
            Exception = new FormatException($"The arguments of {name} are not a JSON object: {Shorten(trimmed)}"),
        };
    }

    // Some templates encode the object twice.
    private static string? Unquote(string text)
    {
        if (text[0] != '"') return null;
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.GetString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Shorten(string text) => text.Length <= 200 ? text : text[..200] + " ...";
}
