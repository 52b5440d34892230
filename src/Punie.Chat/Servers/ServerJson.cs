using System.Text.Json;

namespace Punie.Chat.Servers;

/// <summary>Reading JSON whose members may be missing, null or of another type.</summary>
internal static class ServerJson
{
    /// <summary>The words in an error body: OpenAI's, FastAPI's or plain text; null when it says nothing.</summary>
    public static string? ErrorMessage(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return ErrorIn(document.RootElement) ?? Shorten(body);
        }
        catch (JsonException)
        {
            // A page for browsers says nothing to us.
            return body.TrimStart().StartsWith('<') ? null : Shorten(body);
        }
    }

    /// <summary>The error message inside a reply or event; null when it is none.</summary>
    public static string? ErrorIn(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return null;
        if (Member(root, "error") is { } error)
        {
            return error.ValueKind == JsonValueKind.String
                ? error.GetString()
                : Text(error, "message") ?? error.GetRawText();
        }

        return Text(root, "detail") ?? (Member(root, "choices") is null ? Text(root, "message") : null);
    }

    /// <summary>A member that is there and not null.</summary>
    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>A member's text; null when it is missing or no text.</summary>
    public static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A member's whole number; null when it is missing or no number.</summary>
    public static int? Number(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number)
            ? number
            : null;

    /// <summary>The items of a list member; none when it is missing or no list.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The error for a reply that is not JSON.</summary>
    public static ModelServerException NotJson(ModelServer server, string text, JsonException inner) =>
        new(ModelServerFailure.NotAModelServer,
            $"The server at {server.Address} answered with something that is not JSON: {Shorten(text) ?? "nothing"}",
            inner);

    /// <summary>The start of a text, for messages; null for none.</summary>
    public static string? Shorten(string text)
    {
        text = text.Trim();
        if (text.Length == 0) return null;
        return text.Length <= 300 ? text : text[..300] + " ...";
    }
}
