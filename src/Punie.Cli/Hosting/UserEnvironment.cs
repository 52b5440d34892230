using Punie.Agent.Workspace;

namespace Punie.Cli.Hosting;

/// <summary>What the person's environment says.</summary>
/// <param name="SearchPath">Where programs are looked up, in the form of PATH.</param>
/// <param name="State">Where Punie keeps what belongs to no project.</param>
internal sealed record UserEnvironment(string SearchPath, StateFolder State)
{
    /// <summary>The environment of this process.</summary>
    public static UserEnvironment OfProcess()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var state = StateFolder.Find(Environment.GetEnvironmentVariable("XDG_STATE_HOME"), home);
        return new UserEnvironment(Environment.GetEnvironmentVariable("PATH") ?? "", state);
    }
}
