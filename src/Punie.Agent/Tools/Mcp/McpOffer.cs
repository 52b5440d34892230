using Punie.Agent.Tools.Mcp.Protocol;

namespace Punie.Agent.Tools.Mcp;

/// <summary>What a server offers.</summary>
/// <param name="ServerName">What it calls itself.</param>
/// <param name="Version">Version of the protocol that both speak.</param>
/// <param name="Tools">Those that are used.</param>
/// <param name="All">How many it has.</param>
internal sealed record McpOffer(string ServerName, string Version, IReadOnlyList<McpToolInfo> Tools, int All);
