using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Punie.Agent.LanguageServer.Protocol;
using Punie.Agent.Rpc;

namespace Punie.Agent.Tools.Mcp.Protocol;

/// <summary>Answers what a server asks, and hears what it tells.</summary>
/// <param name="root">Full path of the workspace.</param>
internal sealed class McpPeer(string root) : IRpcPeer
{
    private readonly ConcurrentDictionary<long, Action<string>> _followed = new();

    /// <summary>The server has other tools than before.</summary>
    public Action ToolsChanged { get; set; } = () => { };

    /// <summary>Hears about the progress of one request, in words; until it is forgotten.</summary>
    public void Follow(long token, Action<string> progress) => _followed[token] = progress;

    /// <summary>The request is over.</summary>
    public void Forget(long token) => _followed.TryRemove(token, out _);

    /// <inheritdoc/>
    public void Told(string method, JsonElement parameters)
    {
        if (method == "notifications/tools/list_changed") ToolsChanged();
        if (method != "notifications/progress") return;
        if (McpJson.Member(parameters, "progressToken") is { ValueKind: JsonValueKind.Number } number
            && number.TryGetInt64(out var token)
            && _followed.TryGetValue(token, out var progress))
        {
            progress(Words(parameters));
        }
    }

    /// <inheritdoc/>
    public string Asked(string method, JsonElement parameters) => method switch
    {
        "ping" => "{}",
        "roots/list" => Roots(),
        "sampling/createMessage" =>
            throw new RpcErrorException(RpcErrorException.MethodNotFound, "Punie lends its model to no server."),
        "elicitation/create" =>
            throw new RpcErrorException(RpcErrorException.MethodNotFound, "Punie does not ask the person for servers."),
        _ => throw new RpcErrorException(RpcErrorException.MethodNotFound, $"This client does not answer {method}."),
    };

    private string Roots() => new JsonObject
    {
        ["roots"] =
            new JsonArray(new JsonObject { ["uri"] = DocumentUri.From(root), ["name"] = Path.GetFileName(root) }),
    }.ToJsonString();

    private static string Words(JsonElement parameters)
    {
        var done = McpJson.Member(parameters, "progress")?.GetRawText();
        var all = McpJson.Member(parameters, "total")?.GetRawText();
        var amount = all is null ? done : $"{done} of {all}";
        return McpJson.Text(parameters, "message") is { } message ? $"{message} ({amount})" : amount ?? "";
    }
}
