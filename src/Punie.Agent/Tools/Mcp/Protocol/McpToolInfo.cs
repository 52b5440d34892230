using System.Text.Json;

namespace Punie.Agent.Tools.Mcp.Protocol;

/// <summary>A tool as its server declares it.</summary>
/// <param name="Name">As the server calls it.</param>
/// <param name="Description">What it does; the title or empty when there is none.</param>
/// <param name="Input">JSON schema of the arguments.</param>
/// <param name="Output">JSON schema of the structured result; null when results are text.</param>
/// <param name="IsReadOnly">The server says that it changes nothing.</param>
internal sealed record McpToolInfo(string Name, string Description, JsonElement Input, JsonElement? Output,
    bool IsReadOnly)
{
    /// <summary>Reads one item of the list; null when it has no name.</summary>
    public static McpToolInfo? Read(JsonElement json)
    {
        if (McpJson.Text(json, "name") is not { Length: > 0 } name) return null;
        var annotations = McpJson.Member(json, "annotations") ?? default;
        var description = McpJson.Text(json, "description") ?? McpJson.Text(json, "title")
            ?? McpJson.Text(annotations, "title") ?? "";
        return new McpToolInfo(
            name,
            description,
            McpJson.Member(json, "inputSchema")?.Clone() ?? default,
            McpJson.Member(json, "outputSchema")?.Clone(),
            McpJson.Member(annotations, "readOnlyHint") is { ValueKind: JsonValueKind.True });
    }
}
