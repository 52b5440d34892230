using Punie.Agent.Processes.Confining;
using Punie.Agent.Workspace;

namespace Punie.Cli.Hosting;

/// <summary>What the person's environment says.</summary>
/// <param name="SearchPath">Where programs are looked up, in the form of PATH.</param>
/// <param name="State">Where Punie keeps what belongs to no project.</param>
internal sealed record UserEnvironment(string SearchPath, StateFolder State)
{
    /// <summary>The Python environment that is active; null when none is.</summary>
    public string? VirtualEnvironment { get; init; }

    /// <summary>Where poetry keeps the environments of projects; null when that is not known.</summary>
    public string? PoetryFolder { get; init; }

    /// <summary>Asks the system whether it can confine a command.</summary>
    public Func<bool> CanConfine { get; init; } = () => Confinement.IsAvailable;

    /// <summary>The environment of this process.</summary>
    public static UserEnvironment OfProcess()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new UserEnvironment(Variable("PATH") ?? "", StateFolder.Find(Variable("XDG_STATE_HOME"), home))
        {
            VirtualEnvironment = Variable("VIRTUAL_ENV"),
            PoetryFolder = Variable("POETRY_VIRTUALENVS_PATH") ?? Path.Combine(PoetryCache(home), "virtualenvs"),
        };
    }

    // Source: https://python-poetry.org/docs/configuration/#cache-dir.
    private static string PoetryCache(string home)
    {
        if (Variable("POETRY_CACHE_DIR") is { } given) return given;
        if (OperatingSystem.IsMacOS()) return Path.Combine(home, "Library", "Caches", "pypoetry");
        if (OperatingSystem.IsWindows())
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "pypoetry",
                "Cache");

        return Path.Combine(Variable("XDG_CACHE_HOME") ?? Path.Combine(home, ".cache"), "pypoetry");
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
