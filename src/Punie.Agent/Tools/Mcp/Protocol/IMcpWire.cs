using System.Text.Json;
using System.Text.Json.Nodes;

namespace Punie.Agent.Tools.Mcp.Protocol;

/// <summary>
/// A connection to one server, whatever carries it. Disposing ends it, and the server when it was started for it.
/// </summary>
internal interface IMcpWire : IAsyncDisposable
{
    /// <summary>Sends a request and waits for its answer. A cancelled request is told to the server.</summary>
    /// <exception cref="Rpc.RpcErrorException">The server refused.</exception>
    /// <exception cref="McpLostException">The server is gone.</exception>
    /// <exception cref="McpException">What came is not the protocol, or the server does not let us in.</exception>
    Task<JsonElement> RequestAsync(string method, JsonObject? parameters, CancellationToken cancellationToken);

    /// <summary>Sends a notification; one that cannot be delivered is dropped.</summary>
    Task NotifyAsync(string method, CancellationToken cancellationToken);

    /// <summary>The hand-shake is over.</summary>
    /// <param name="version">What both sides speak.</param>
    void Agreed(string version);
}
