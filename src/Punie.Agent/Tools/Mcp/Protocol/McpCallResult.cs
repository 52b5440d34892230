using System.Globalization;
using System.Text.Json;

namespace Punie.Agent.Tools.Mcp.Protocol;

/// <summary>What came of a call.</summary>
/// <param name="Text">All parts as text; a part that is no text is named in brackets.</param>
/// <param name="Structured">The structured result; null without one.</param>
/// <param name="IsError">The tool could not do its work; the text says why.</param>
internal sealed record McpCallResult(string Text, JsonElement? Structured, bool IsError)
{
    /// <summary>Reads the answer to <c>tools/call</c>.</summary>
    public static McpCallResult Read(JsonElement json) => new(
        string.Join('\n', McpJson.Items(json, "content").Select(Part)),
        McpJson.Member(json, "structuredContent")?.Clone(),
        McpJson.Member(json, "isError") is { ValueKind: JsonValueKind.True });

    private static string Part(JsonElement part)
    {
        switch (McpJson.Text(part, "type"))
        {
            case "text":
                return McpJson.Text(part, "text") ?? "";
            case "image" or "audio":
                return $"[{McpJson.Text(part, "mimeType") ?? McpJson.Text(part, "type")}, {Bytes(McpJson.Text(part, "data"))} bytes]";
            case "resource_link":
                return $"[{McpJson.Text(part, "name")}: {McpJson.Text(part, "uri")}]";
            case "resource":
                var resource = McpJson.Member(part, "resource") ?? default;
                return McpJson.Text(resource, "text")
                    ?? $"[{McpJson.Text(resource, "uri")}, {Bytes(McpJson.Text(resource, "blob"))} bytes]";
            case var type:
                return $"[{type ?? "a part without a type"}]";
        }
    }

    // Base64: four characters for three bytes.
    private static string Bytes(string? data)
    {
        var padding = data is null ? 0 : data.Length - data.TrimEnd('=').Length;
        return ((data?.Length ?? 0) / 4 * 3 - padding).ToString("N0", CultureInfo.InvariantCulture);
    }
}
