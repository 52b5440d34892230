using Punie.Agent.Sessions;
using Punie.Agent.Workspace;

namespace Punie.Cli.Commands;

/// <summary>Each workspace's sessions.</summary>
/// <param name="state">Where Punie's own files are.</param>
/// <param name="clock">Dates entries.</param>
internal sealed class SessionStores(StateFolder state, TimeProvider clock)
{
    /// <summary>Punie's own files.</summary>
    public StateFolder State { get; } = state;

    /// <summary>The sessions of one workspace.</summary>
    /// <param name="workspace">Full path.</param>
    public SessionStore For(string workspace) => new(State, workspace, new SessionLimits(), clock);
}
