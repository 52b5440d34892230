using System.Text.Json;
using Microsoft.Extensions.AI;
using Punie.Chat.Servers;

namespace Punie.Agent.Sessions;

/// <summary>A message as JSON, so that it comes back with the same bytes on a model's wire.</summary>
/// <remarks>
/// Kept: role, text, calls with their arguments, results. A model's thinking is not: no family is sent it again.
/// </remarks>
internal static class MessageJson
{
    /// <summary>Writes the members <c>role</c> and <c>contents</c>.</summary>
    public static void Write(Utf8JsonWriter json, ChatMessage message)
    {
        json.WriteString("role", message.Role.Value);
        json.WriteStartArray("contents");
        foreach (var content in message.Contents) WriteContent(json, content);
        json.WriteEndArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">A member is missing or of another kind.</exception>
    public static ChatMessage Read(JsonElement json)
    {
        var contents = new List<AIContent>();
        foreach (var item in Required(json, "contents").EnumerateArray()) contents.Add(ReadContent(item));
        return new ChatMessage(new ChatRole(SessionEntryJson.Text(json, "role")), contents);
    }

    private static void WriteContent(Utf8JsonWriter json, AIContent content)
    {
        switch (content)
        {
            case TextContent text:
                json.WriteStartObject();
                json.WriteString("text", text.Text);
                json.WriteEndObject();
                break;
            case FunctionCallContent call:
                WriteCall(json, call);
                break;
            case FunctionResultContent result:
                json.WriteStartObject();
                json.WriteString("answers", result.CallId);
                json.WriteString("result", ResultText(result));
                json.WriteEndObject();
                break;
        }
    }

    private static void WriteCall(Utf8JsonWriter json, FunctionCallContent call)
    {
        json.WriteStartObject();
        json.WriteString("call", call.CallId);
        json.WriteString("name", call.Name);
        json.WritePropertyName("arguments");
        CallArgumentsJson.Write(json, call);
        json.WriteEndObject();
    }

    private static string ResultText(FunctionResultContent result) => result.Result switch
    {
        null => result.Exception?.Message ?? "",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } element => element.GetString()!,
        JsonElement element => element.GetRawText(),
        var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture)!,
    };

    private static AIContent ReadContent(JsonElement json)
    {
        if (json.TryGetProperty("call", out _))
        {
            var arguments = Required(json, "arguments").EnumerateObject()
                .ToDictionary(one => one.Name, one => Value(one.Value));
            return new FunctionCallContent(SessionEntryJson.Text(json, "call"), SessionEntryJson.Text(json, "name"),
                arguments);
        }

        return json.TryGetProperty("answers", out _)
            ? new FunctionResultContent(SessionEntryJson.Text(json, "answers"), SessionEntryJson.Text(json, "result"))
            : new TextContent(SessionEntryJson.Text(json, "text"));
    }

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Null => null,
        _ => json.Clone(),
    };

    private static JsonElement Required(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : throw new JsonException($"'{name}' is missing");
}
