using Punie.Agent.Tools.Mcp.Schemas;

namespace Punie.Agent.Tools.Mcp;

/// <summary>What the tools of servers are called here.</summary>
internal static class McpNames
{
    /// <summary>The beginning of the names of all tools of a server.</summary>
    public static string Prefix(string server) => PythonIdentifier.Of(server + "_");

    /// <summary>A tool's name that is not taken yet; it is taken afterwards.</summary>
    public static string Of(string server, string tool, ISet<string> taken) =>
        PythonIdentifier.Unique(PythonIdentifier.Of(Prefix(server) + tool), taken);
}
