using System.Text.Json;

namespace Punie.Agent.CodeMode;

/// <summary>The wire form of a program's calls.</summary>
public static class ToolUseJson
{
    /// <summary>
    /// Writes an array of objects with <c>tool</c>, <c>arguments</c> by parameter name, and <c>fields</c>.
    /// </summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ToolUse> calls)
    {
        json.WriteStartArray();
        foreach (var call in calls)
        {
            json.WriteStartObject();
            json.WriteString("tool", call.Tool);
            json.WritePropertyName("arguments");
            call.ArgumentsAsJson().WriteTo(json);
            json.WriteStartArray("fields");
            foreach (var field in call.Fields) json.WriteStringValue(field);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
