using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Punie.Agent.Tools.Mcp.Protocol;

/// <summary>How parameters are written, without reflection; and how members are read that may be missing.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class McpJson : JsonSerializerContext
{
    /// <summary>A member of an object; null when it is not there, null, or the value is no object.</summary>
    public static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var member)
        && member.ValueKind is not JsonValueKind.Null ? member : null;

    /// <summary>A member that is text; null when it is not.</summary>
    public static string? Text(JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>The items of a member; none when it is not a list.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
