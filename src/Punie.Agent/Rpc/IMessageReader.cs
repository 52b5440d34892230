using System.Text.Json;

namespace Punie.Agent.Rpc;

/// <summary>Cuts a stream into JSON messages.</summary>
internal interface IMessageReader
{
    /// <summary>The next message; null at the end of the stream.</summary>
    /// <exception cref="WireException">The stream is not the protocol or ends inside a message.</exception>
    ValueTask<JsonDocument?> ReadAsync(CancellationToken cancellationToken);
}
