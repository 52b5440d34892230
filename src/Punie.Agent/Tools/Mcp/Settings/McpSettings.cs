namespace Punie.Agent.Tools.Mcp.Settings;

/// <summary>How long servers may take, and how much they may bring.</summary>
public sealed record McpSettings
{
    /// <summary>
    /// Longest time from the start to the list of tools; a first start may install the server. Default 60 seconds.
    /// </summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest time without an answer or a word of progress during a call. Default 5 minutes.</summary>
    public TimeSpan CallTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a server may take to end by itself. Default 2 seconds.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Most tools of one server that are used. Default 100.</summary>
    public int Tools { get; init; } = 100;
}

/// <summary>What servers need from the place where they run.</summary>
/// <param name="Root">Full path of the workspace.</param>
/// <param name="Starter">Starts programs.</param>
/// <param name="Variable">The value of an environment variable; null when it is not set.</param>
/// <param name="Clock">Measures the times.</param>
public sealed record McpSurroundings(string Root, Processes.IProcessStarter Starter, Func<string, string?> Variable,
    TimeProvider Clock)
{
    /// <summary>Times and caps.</summary>
    public McpSettings Settings { get; init; } = new();

    /// <summary>Hears, in a sentence, that a server died and is started again.</summary>
    public Action<string> Noticed { get; init; } = _ => { };
}
