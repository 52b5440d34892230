namespace Punie.Agent.Tools.Mcp;

/// <summary>A server of tools cannot be used; the message says why in one line, without the server's name.</summary>
internal sealed class McpException(string message) : Exception(message);

/// <summary>A server ended, or the connection to it broke. A new one may work.</summary>
internal sealed class McpLostException(string message) : Exception(message);
