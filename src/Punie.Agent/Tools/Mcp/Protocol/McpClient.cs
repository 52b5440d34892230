using System.Text.Json;
using System.Text.Json.Nodes;
using Punie.Agent.Rpc;

namespace Punie.Agent.Tools.Mcp.Protocol;

/// <summary>
/// The part of the Model Context Protocol that an agent needs of a server: hand-shake, list of tools, calls.
/// </summary>
/// <remarks>Source: https://modelcontextprotocol.io/specification/2025-06-18.</remarks>
/// <param name="wire">Carries the messages.</param>
/// <param name="peer">Hears the server.</param>
internal sealed class McpClient(IMcpWire wire, McpPeer peer)
{
    private const int MostPages = 100;

    private static readonly string[] Versions = ["2025-06-18", "2025-03-26", "2024-11-05"];

    private long _lastToken;

    /// <summary>What the server calls itself; empty before the hand-shake.</summary>
    public string ServerName { get; private set; } = "";

    /// <summary>What both sides speak; empty before the hand-shake.</summary>
    public string Version { get; private set; } = "";

    /// <summary>Shakes hands.</summary>
    /// <exception cref="McpException">The server speaks another protocol.</exception>
    public async Task ShakeHandsAsync(CancellationToken cancellationToken)
    {
        var parameters = new JsonObject
        {
            ["protocolVersion"] = Versions[0],
            ["capabilities"] = new JsonObject { ["roots"] = new JsonObject() },
            ["clientInfo"] =
                new JsonObject
                {
                    ["name"] = "punie",
                    ["version"] = typeof(McpClient).Assembly.GetName()
                .Version?.ToString(3) ?? "0"
                },
        };
        var hello = await wire.RequestAsync("initialize", parameters, cancellationToken).ConfigureAwait(false);
        var version = McpJson.Text(hello, "protocolVersion")
            ?? throw new McpException("it did not say which version of the protocol it speaks; is it an MCP server?");
        if (!Versions.Contains(version, StringComparer.Ordinal))
        {
            throw new McpException(
                $"it speaks version {version} of the protocol; Punie speaks {string.Join(", ", Versions)}");
        }

        Version = version;
        ServerName = McpJson.Member(hello, "serverInfo") is { } info ? McpJson.Text(info, "name") ?? "" : "";
        wire.Agreed(version);
        await wire.NotifyAsync("notifications/initialized", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All tools, in the server's order.</summary>
    /// <exception cref="McpException">The list does not end.</exception>
    public async Task<IReadOnlyList<McpToolInfo>> ListToolsAsync(CancellationToken cancellationToken)
    {
        var tools = new List<McpToolInfo>();
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var parameters = cursor is null ? null : new JsonObject { ["cursor"] = cursor };
            JsonElement list;
            try
            {
                list = await wire.RequestAsync("tools/list", parameters, cancellationToken).ConfigureAwait(false);
            }
            catch (RpcErrorException e) when (e.Code == RpcErrorException.MethodNotFound)
            {
                // A server of prompts or resources only.
                return tools;
            }

            tools.AddRange(McpJson.Items(list, "tools").Select(McpToolInfo.Read).OfType<McpToolInfo>());
            cursor = McpJson.Text(list, "nextCursor");
            if (string.IsNullOrEmpty(cursor)) return tools;
        }

        throw new McpException($"its list of tools has more than {MostPages} pages");
    }

    /// <summary>Calls a tool.</summary>
    /// <param name="tool">As the server calls it.</param>
    /// <param name="arguments">By the server's names.</param>
    /// <param name="progress">Hears about progress, in words.</param>
    /// <param name="cancellationToken">Cancels the call; the server is told.</param>
    public async Task<McpCallResult> CallAsync(
        string tool, JsonObject arguments, Action<string> progress, CancellationToken cancellationToken)
    {
        var token = Interlocked.Increment(ref _lastToken);
        var parameters = new JsonObject
        {
            ["name"] = tool,
            ["arguments"] = arguments,
            ["_meta"] = new JsonObject { ["progressToken"] = token },
        };
        peer.Follow(token, progress);
        try
        {
            return McpCallResult.Read(await wire.RequestAsync("tools/call", parameters, cancellationToken)
                .ConfigureAwait(false));
        }
        finally
        {
            peer.Forget(token);
        }
    }
}
