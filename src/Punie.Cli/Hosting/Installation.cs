using Punie.Agent.Processes.Confining;

namespace Punie.Cli.Hosting;

/// <summary>Where this copy of Punie keeps what it ships with.</summary>
/// <param name="Root">The folder that holds <c>models</c> and <c>eng/node</c>.</param>
internal sealed record Installation(string Root)
{
    /// <summary>The router's files.</summary>
    public string RouterFolder => Path.Combine(Root, "models", "router");

    /// <summary>The pinned node programs.</summary>
    public string NodeFolder => Path.Combine(Root, "eng", "node");

    /// <summary>The words that start this program again.</summary>
    public static IReadOnlyList<string> Self { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "punie.dll"), ConfinedLauncher.Command]
            : [Environment.ProcessPath!, ConfinedLauncher.Command];

    /// <summary>Looks upwards from the program's own folder; <c>PUNIE_HOME</c> overrides.</summary>
    public static Installation Find()
    {
        if (Environment.GetEnvironmentVariable("PUNIE_HOME") is { Length: > 0 } home)
            return new Installation(Path.GetFullPath(home));
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder != null && !Directory.Exists(Path.Combine(folder.FullName, "eng", "node")))
            folder = folder.Parent;
        return new Installation(folder?.FullName ?? AppContext.BaseDirectory);
    }
}
