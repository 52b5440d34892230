using Punie.Agent.Configuration;
using Punie.Agent.Tools.Mcp.Schemas;
using Punie.Agent.Tools.Mcp.Settings;
using Punie.Chat.Formats;

namespace Punie.Agent.Tools.Mcp;

/// <summary>The servers of one workspace, and their tools beside the others.</summary>
public sealed class McpServers : IAsyncDisposable
{
    private readonly List<McpServer> _servers = [];

    /// <summary>Starts nothing yet.</summary>
    /// <param name="configs">The servers that may be used; of two with one name the first counts.</param>
    /// <param name="around">Where they run.</param>
    public McpServers(IEnumerable<McpServerConfig> configs, McpSurroundings around)
    {
        foreach (var config in configs.DistinctBy(config => config.Name, StringComparer.Ordinal))
        {
            _servers.Add(new McpServer(config, around) { Changed = () => Changed() });
        }
    }

    /// <summary>True when there is no server.</summary>
    public bool IsEmpty => _servers.Count == 0;

    /// <summary>
    /// Some server has other tools than before: <see cref="Catalog"/> gives another catalog. Comes from any thread.
    /// </summary>
    public Action Changed { get; set; } = () => { };

    /// <summary>The servers in order, as they are now.</summary>
    public IReadOnlyList<McpServerStatus> Statuses => [.. _servers.Select(Status)];

    /// <summary>True when a text may use a tool of a server, which all begin with the server's name.</summary>
    public bool MayBeUsedBy(string program) =>
        _servers.Exists(server => program.Contains(Prefix(server.Name), StringComparison.Ordinal));

    /// <summary>Starts all servers at once and waits until each runs or cannot be used.</summary>
    /// <returns>One line for each that cannot be used, or of which something is left out.</returns>
    public async Task<IReadOnlyList<string>> StartAsync(CancellationToken cancellationToken)
    {
        var problems = await Task.WhenAll(_servers.Select(StartOneAsync)).ConfigureAwait(false);
        return [.. problems.OfType<string>()];

        async Task<string?> StartOneAsync(McpServer server)
        {
            try
            {
                var offer = await server.OpenAsync(cancellationToken).ConfigureAwait(false);
                return offer.All > offer.Tools.Count
                    ? FormattableString.Invariant(
                        $"the server {server.Name} has {offer.All} tools; the first {offer.Tools.Count} are used")
                    : null;
            }
            catch (McpException e)
            {
                return $"the server {server.Name} cannot be used: {e.Message}";
            }
        }
    }

    /// <summary>Other tools, and behind them those of the servers that run now.</summary>
    public ToolCatalog Catalog(ToolCatalog others)
    {
        var taken = others.Callable.Select(tool => tool.Name).Append(CodeCall.FunctionName)
            .ToHashSet(StringComparer.Ordinal);
        var tools = _servers.SelectMany(server => ToolsOf(server, taken)).ToList();
        return tools.Count == 0 ? others : new ToolCatalog([.. others.Tools, .. tools]);
    }

    /// <summary>Ends all servers.</summary>
    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(_servers.Select(server => server.DisposeAsync().AsTask())).ConfigureAwait(false);

    // Taken names are numbered in the servers' order, so that a tool keeps its name as long as the lists stay the same.
    private static List<McpTool> ToolsOf(McpServer server, HashSet<string> taken) =>
        [.. (server.Offer?.Tools ?? []).Select(info =>
            new McpTool(server, info,
                PythonIdentifier.Unique(PythonIdentifier.Of(Prefix(server.Name) + info.Name), taken)))];

    private static McpServerStatus Status(McpServer server) => new(
        server.Name, server.Config is McpServerConfig.Program ? "stdio" : "http", ConfigTrust.Describe(server.Config))
    {
        Problem = server.Problem,
        Title = server.Offer?.ServerName,
        Version = server.Offer?.Version,
        Tools = [.. ToolsOf(server, new HashSet<string>(StringComparer.Ordinal))],
    };

    private static string Prefix(string server) => PythonIdentifier.Of(server + "_");
}

/// <summary>One server as it is now.</summary>
/// <param name="Name">What the project calls it.</param>
/// <param name="Transport"><c>stdio</c> or <c>http</c>.</param>
/// <param name="Target">Its command line or address, as configured.</param>
public sealed record McpServerStatus(string Name, string Transport, string Target)
{
    /// <summary>Why it cannot be used; null when it can or was not started.</summary>
    public string? Problem { get; init; }

    /// <summary>What it calls itself; null until it runs.</summary>
    public string? Title { get; init; }

    /// <summary>Version of the protocol that both speak; null until it runs.</summary>
    public string? Version { get; init; }

    /// <summary>Its tools; empty until it runs.</summary>
    public IReadOnlyList<Tool> Tools { get; init; } = [];
}
