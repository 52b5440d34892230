using Punie.Agent.Configuration;
using Punie.Agent.Tools.Mcp.Settings;
using Punie.Chat.Formats;

namespace Punie.Agent.Tools.Mcp;

/// <summary>The servers of one workspace, and their tools beside the others.</summary>
public sealed class McpServers : IAsyncDisposable
{
    private readonly List<McpServer> _servers = [];
    private int _version;

    /// <summary>Starts nothing yet.</summary>
    /// <param name="configs">The servers that may be used; of two with one name the first counts.</param>
    /// <param name="around">Where they run.</param>
    public McpServers(IEnumerable<McpServerConfig> configs, McpSurroundings around)
    {
        foreach (var config in configs.DistinctBy(config => config.Name, StringComparer.Ordinal))
            _servers.Add(new McpServer(config, around) { Changed = () => Interlocked.Increment(ref _version) });
    }

    /// <summary>True when there is no server.</summary>
    public bool IsEmpty => _servers.Count == 0;

    /// <summary>
    /// Grows whenever a server may have other tools than before, so that <see cref="Catalog"/> gives another catalog.
    /// </summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>The servers in order, as they are now.</summary>
    public IReadOnlyList<McpServerStatus> Statuses => [.. _servers.Select(Status)];

    /// <summary>True when a text may use a tool of a server, which all begin with the server's name.</summary>
    public bool MayBeUsedBy(string program) =>
        _servers.Exists(server => program.Contains(McpNames.Prefix(server.Name), StringComparison.Ordinal));

    /// <summary>Starts all servers at once and waits until each runs or cannot be used.</summary>
    /// <param name="waiting">Hears which servers are waited for: all of them, then ever fewer. From any thread.</param>
    /// <param name="cancellationToken">Stops waiting; the servers go on starting.</param>
    /// <returns>One line for each that cannot be used, or of which something is left out.</returns>
    public async Task<IReadOnlyList<string>> StartAsync(
        Action<IReadOnlyList<string>> waiting, CancellationToken cancellationToken)
    {
        var left = _servers.Select(server => server.Name).ToList();
        if (left.Count > 0) waiting([.. left]);
        var problems = await Task.WhenAll(_servers.Select(StartOneAsync)).ConfigureAwait(false);
        return [.. problems.OfType<string>()];

        async Task<string?> StartOneAsync(McpServer server)
        {
            var problem = await ProblemAsync(server, cancellationToken).ConfigureAwait(false);
            lock (left)
            {
                left.Remove(server.Name);
                if (left.Count > 0) waiting([.. left]);
            }

            return problem;
        }
    }

    /// <summary>Waits until the news that the servers sent so far, about their tools, are taken up.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_servers.Select(server => server.Refreshing)).WaitAsync(cancellationToken);

    /// <summary>Other tools, and behind them those of the servers that run now.</summary>
    public ToolCatalog Catalog(ToolCatalog others)
    {
        var taken = Taken(others);
        var tools = _servers.SelectMany(server => ToolsOf(server, taken)).ToList();
        return tools.Count == 0 ? others : new ToolCatalog([.. others.Tools, .. tools]);
    }

    /// <summary>The tools of the servers that run now, by server, as <see cref="Catalog"/> has them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Tool>> Offered(ToolCatalog others)
    {
        var taken = Taken(others);
        return _servers.Where(server => server.Offer is not null).ToDictionary(
            server => server.Name, IReadOnlyList<Tool> (McpServer server) => ToolsOf(server, taken), StringComparer.Ordinal);
    }

    /// <summary>Ends all servers.</summary>
    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(_servers.Select(server => server.DisposeAsync().AsTask())).ConfigureAwait(false);

    // Taken names are numbered in the servers' order, so that a tool keeps its name as long as the lists stay the same.
    private static List<McpTool> ToolsOf(McpServer server, HashSet<string> taken) =>
        [.. (server.Offer?.Tools ?? []).Select(info =>
            new McpTool(server, info, McpNames.Of(server.Name, info.Name, taken)))];

    private static HashSet<string> Taken(ToolCatalog others) =>
        others.Callable.Select(tool => tool.Name).Append(CodeCall.FunctionName).ToHashSet(StringComparer.Ordinal);

    private static async Task<string?> ProblemAsync(McpServer server, CancellationToken cancellationToken)
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

    private static McpServerStatus Status(McpServer server) => new(
        server.Name, server.Config is McpServerConfig.Program ? "stdio" : "http", ConfigTrust.Describe(server.Config))
    {
        Problem = server.Problem,
        Title = server.Offer?.ServerName,
        Version = server.Offer?.Version,
        Tools = [.. ToolsOf(server, new HashSet<string>(StringComparer.Ordinal))],
    };
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
