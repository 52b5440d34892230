namespace Punie.Agent.Rpc;

/// <summary>The other side refused a request.</summary>
internal sealed class RpcErrorException(int code, string message) : Exception(message)
{
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;
    public const int RequestCancelled = -32800;
    public const int ContentModified = -32801;
    public const int ServerCancelled = -32802;

    /// <summary>What kind of refusal; the constants name those that the protocol defines.</summary>
    public int Code { get; } = code;

    /// <summary>True when the same request may succeed a moment later.</summary>
    public bool IsPassing => Code is ContentModified or ServerCancelled or RequestCancelled;
}

/// <summary>The connection ended before the answer came.</summary>
internal sealed class ConnectionLostException(string message) : Exception(message);

/// <summary>What came is not the protocol; nothing after it can be trusted.</summary>
internal sealed class WireException(string message) : Exception(message);
