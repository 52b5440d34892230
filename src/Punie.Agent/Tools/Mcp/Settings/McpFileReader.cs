using System.Text.Json;
using Punie.Agent.CodeMode;
using Punie.Agent.Configuration;

namespace Punie.Agent.Tools.Mcp.Settings;

/// <summary>Reads the text of <c>.mcp.json</c>. What is wrong is noted and left out; the rest still counts.</summary>
/// <remarks>Members that only other agents know are let pass.</remarks>
internal static class McpFileReader
{
    private static readonly JsonDocumentOptions Options =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The servers in the file's order, and one line for each problem.</summary>
    public static (IReadOnlyList<McpServerConfig> Servers, IReadOnlyList<string> Problems) Read(string text)
    {
        var (servers, problems) = (new List<McpServerConfig>(), new List<string>());
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            if (Member(document.RootElement, "mcpServers") is not { ValueKind: JsonValueKind.Object } all)
            {
                return ([],
                    ["""it should be one object, such as {"mcpServers": {"files": {"command": "npx", "args": ["server"]}}}"""]);
            }

            foreach (var one in all.EnumerateObject())
            {
                if (Member(one.Value, "disabled") is { ValueKind: JsonValueKind.True }) continue;
                if (Server(one.Name, one.Value, problems) is { } server) servers.Add(server);
            }
        }
        catch (JsonException e)
        {
            problems.Add($"it is not JSON: {BoundedText.OneLine(e.Message, 200)}");
        }

        return (servers, problems);
    }

    /// <summary>The names of all servers, also of those that are switched off or cannot be read.</summary>
    public static IReadOnlyList<string> Names(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return Member(document.RootElement, "mcpServers") is { ValueKind: JsonValueKind.Object } all
                ? [.. all.EnumerateObject().Select(one => one.Name)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static McpServerConfig? Server(string name, JsonElement json, List<string> problems)
    {
        var type = Text(json, "type");
        if (type is "sse") return Wrong("the transport 'sse' is not supported; use 'http' when the server has it");
        if (type is not (null or "stdio" or "http" or "streamable-http"))
            return Wrong($"there is no transport '{type}'; use stdio or http");
        if (Text(json, "url") is { } url && type is not "stdio")
        {
            // A variable may stand for the host, so that only the expanded text must be an address.
            return new McpServerConfig.Address(name, new Uri(url, UriKind.RelativeOrAbsolute))
            {
                Headers = Texts(json, "headers")
            };
        }

        if (Text(json, "command") is not { Length: > 0 } command)
            return Wrong("it needs a 'command', or a 'url' for a server that talks over HTTP");
        if (Member(json, "args") is { } given && given.ValueKind != JsonValueKind.Array)
            return Wrong("'args' should be a list of texts");

        return new McpServerConfig.Program(name, command, Arguments(json))
        {
            Environment = Texts(json, "env"),
            Folder = Text(json, "cwd")
        };

        McpServerConfig? Wrong(string what)
        {
            problems.Add($"{name}: {what}");
            return null;
        }
    }

    private static List<string> Arguments(JsonElement json) => Member(json, "args") is { } list
        ? [.. list.EnumerateArray()
            .Select(item => item.ValueKind is JsonValueKind.String ? item.GetString()! : item.GetRawText())]
        : [];

    private static Dictionary<string, string> Texts(JsonElement json, string name)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Member(json, name) is not { ValueKind: JsonValueKind.Object } members) return texts;
        foreach (var member in members.EnumerateObject())
        {
            texts[member.Name] = member.Value.ValueKind is JsonValueKind.String
                ? member.Value.GetString()!
                : member.Value.GetRawText();
        }

        return texts;
    }

    private static string? Text(JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : null;
}
