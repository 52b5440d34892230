using System.Text.Json.Nodes;
using Punie.Agent.Processes;
using Punie.Agent.Tools.Checks;
using Punie.Agent.Workspace;

namespace Punie.Agent.LanguageServer;

/// <summary>Everything that starting a server needs.</summary>
internal sealed record ServerLaunch
{
    /// <summary>The server's program.</summary>
    public required CheckProgram Program { get; init; }

    /// <summary>The project.</summary>
    public required IWorkspace Workspace { get; init; }

    /// <summary>Starts the program.</summary>
    public required IProcessStarter Starter { get; init; }

    /// <summary>Times and caps.</summary>
    public required LanguageServerSettings Settings { get; init; }

    /// <summary>What the server is told when it asks for settings.</summary>
    public required JsonObject Configuration { get; init; }

    /// <summary>Measures the times.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The workspace before the start: what changes later is told to the server.</summary>
    public required ProjectScan Before { get; init; }
}
