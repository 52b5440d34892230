using System.Text.Json;

namespace Punie.Agent.Rpc;

/// <summary>Hears what the other side of a connection says by itself. Called from one thread; must not block.</summary>
internal interface IRpcPeer
{
    /// <summary>A notification. Unknown ones are ignored.</summary>
    void Told(string method, JsonElement parameters);

    /// <summary>A request.</summary>
    /// <returns>The result as JSON.</returns>
    /// <exception cref="RpcErrorException">The request is unknown or cannot be met.</exception>
    string Asked(string method, JsonElement parameters);
}
